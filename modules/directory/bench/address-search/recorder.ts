// Catches the statements a search sends, so that the same statements can be sent by a bare client: same text, same values, same plan.
import { type BulkSql, openBulkSql } from '@zhkh/platform/db.server';
import type { Context } from '@zhkh/platform/module.server';
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

export interface Bare {
  send(statements: readonly Statement[]): Promise<void>;
  plan(statement: Statement): Promise<string[]>;
  end(): Promise<void>;
}

export function bareClient(ctx: Context): Bare {
  const sql: BulkSql = openBulkSql(ctx);
  const run = (text: string, values: readonly unknown[]) => sql.unsafe(text, values as never[], { prepare: true });
  return {
    async send(statements) {
      for (const { text, values } of statements) await run(text, values);
    },
    async plan({ text, values }) {
      const rows = await run(`explain (analyze, costs off, timing off) ${text}`, values);
      return rows.map((row) => String((row as Record<string, unknown>)['QUERY PLAN']));
    },
    end: () => sql.end(),
  };
}
