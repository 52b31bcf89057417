// A company's yearly reports on management: of how many houses they were placed, of how many they are missing.
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import { factSource, type Sourced } from '../facts.server.ts';

export type ReportsOfYear = Sourced<{ year: number; placed: number; missing: number }>;

const YEARS = 10;

export async function reportsOf(ctx: Context, companyId: string): Promise<ReportsOfYear[]> {
  const rows = await ctx.db
    .selectFrom('management_report as fact')
    .innerJoin('import_source as source', 'source.id', 'fact.import_id')
    .select((eb) => [
      'year',
      eb.fn.countAll<number>().filterWhere('counted', '=', true).as('placed'),
      eb.fn.countAll<number>().filterWhere('fact.status', '=', 'NotPlaced').as('missing'),
      sql<string>`max(source.connector)`.as('connector'),
      sql<string>`max(source.file)`.as('file_name'),
      eb.fn.max('fact.fact_date').as('fact_date'),
    ])
    .where('company_id', '=', companyId)
    .groupBy('year')
    .orderBy('year', 'desc')
    .limit(YEARS)
    .execute();
  return rows.map((row) => ({
    year: row.year,
    placed: row.placed,
    missing: row.missing,
    source: factSource({ ...row, import_line: null }),
  }));
}
