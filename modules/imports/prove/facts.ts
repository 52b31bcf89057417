// Sums up every table of facts of a region as one number, so that any change of an import shows.
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';

export type Facts = ReadonlyMap<string, string>;

/** Columns that differ from run to run by right: made-up ids and what points to them, moments. */
const OF_THE_RUN = /_id$|^id$|_at$|^import_line$|^fias_guids$/;
/** What is counted there is imports, not what they brought. */
const LOGS = /^(stage_|import_run$|import_failed_row$|street_dictionary$)/;

/** `whole`: every column, to see that nothing at all was touched; otherwise what two databases that saw the same files share. */
export async function factsOf(ctx: Context, tables: readonly string[], whole: boolean): Promise<Facts> {
  const facts = new Map<string, string>();
  for (const table of tables.filter((name) => !LOGS.test(name))) {
    const columns = await columnsOf(ctx, table);
    const counted = whole ? columns : columns.filter((column) => !OF_THE_RUN.test(column));
    const row = sql.join(counted.map((column) => (whole ? sql`t.${sql.id(column)}` : shared(column))));
    const sums = await sql<{
      sum: string;
    }>`select count(*) || ':' || coalesce(sum(hashtextextended(row(${row})::text, 0)), 0) as sum from ${sql.id(table)} t`.execute(
      ctx.db,
    );
    facts.set(table, sums.rows[0]?.sum ?? '');
  }
  return facts;
}

/** Keys of what hangs on a house or a company begin with our id of it. */
function shared(column: string) {
  const value = sql`t.${sql.id(column)}`;
  return column === 'source_key' ? sql`regexp_replace(${value}, '^[0-9a-f-]{36}[|]', '')` : value;
}

async function columnsOf(ctx: Context, table: string): Promise<string[]> {
  const found = await sql<{ name: string }>`
    select attname as name from pg_attribute where attrelid = to_regclass(${table}) and attnum > 0 and not attisdropped order by attnum`.execute(
    ctx.db,
  );
  return found.rows.map(({ name }) => name);
}

export function differing(one: Facts, other: Facts): string[] {
  return [...one.keys()].filter((table) => one.get(table) !== other.get(table));
}

/** Rows nobody would ever take away, and runs that say they still go on. */
export async function leftOvers(ctx: Context, tables: readonly string[]): Promise<string[]> {
  const left: string[] = [];
  for (const table of tables.filter((name) => name.startsWith('stage_'))) {
    const rows = await sql<{ n: number }>`select count(*)::int as n from ${sql.id(table)}`.execute(ctx.db);
    if (rows.rows[0]?.n) left.push(`${table} holds ${rows.rows[0].n} rows`);
  }
  const running = await ctx.db.selectFrom('import_run').select('id').where('state', '=', 'running').execute();
  if (running.length > 0) left.push(`${running.length} runs still «running»`);
  return left;
}
