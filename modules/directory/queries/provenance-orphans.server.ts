// Facts whose import nobody knows: every column that names one, in every table of the directory, against the runs. The big tables carry no
// foreign key, because checking it row by row is what loading them would spend its time on; this asks once for all rows.
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';

export interface Provenance {
  /** Table and column that were asked. */
  columns: number;
  orphans: { table: string; column: string; rows: number }[];
}

export async function provenanceOrphans(ctx: Context, tables: readonly string[]): Promise<Provenance> {
  const columns = await columnsOf(ctx, tables);
  const orphans: Provenance['orphans'] = [];
  for (const { table, column } of columns) {
    const found = await sql<{ rows: number }>`
      select count(*)::int as rows from ${sql.id(table)} fact
      where fact.${sql.id(column)} is not null and not exists (select from import_source source where source.id = fact.${sql.id(column)})`.execute(
      ctx.db,
    );
    const rows = found.rows[0]?.rows ?? 0;
    if (rows > 0) orphans.push({ table, column, rows });
  }
  return { columns: columns.length, orphans };
}

/** Staging is no fact. */
async function columnsOf(ctx: Context, tables: readonly string[]): Promise<{ table: string; column: string }[]> {
  const facts = tables.filter((name) => !name.startsWith('stage_'));
  const found = await sql<{ table: string; column: string }>`
    select cls.relname as table, att.attname as column
    from pg_attribute att join pg_class cls on cls.oid = att.attrelid
    where cls.oid = any (select to_regclass(name) from unnest(${facts}::text[]) as name)
      and att.attnum > 0 and not att.attisdropped and att.atttypid = 'uuid'::regtype and att.attname ~ '(^|_)import_id$'
    order by 1, 2`.execute(ctx.db);
  return found.rows;
}
