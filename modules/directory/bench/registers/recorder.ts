// Catches the statements a list sends and asks the server for their plans: same text, same values.
import { type BulkSql, openBulkSql } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import { type KyselyPlugin, PostgresQueryCompiler, type RootOperationNode } from 'kysely';

export interface Statement {
  text: string;
  values: readonly unknown[];
}

export async function recorded(ctx: Context, work: (ctx: Context) => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const compiler = new PostgresQueryCompiler();
  const plugin: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      const { sql, parameters } = compiler.compileQuery(node as RootOperationNode, queryId);
      statements.push({ text: sql, values: parameters });
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  await work(Object.create(ctx, { db: { value: ctx.db.withPlugin(plugin) } }) as Context);
  return statements;
}

export interface Plans {
  of(statement: Statement): Promise<string[]>;
  end(): Promise<void>;
}

export function openPlans(ctx: Context): Plans {
  const sql: BulkSql = openBulkSql(ctx);
  return {
    async of({ text, values }) {
      const rows = await sql.unsafe(`explain (analyze, costs off, timing off) ${text}`, values as never[], { prepare: true });
      return rows.map((row) => String((row as Record<string, unknown>)['QUERY PLAN']));
    },
    end: () => sql.end(),
  };
}
