// Facts of one house or one company, each with where it comes from: every register's table is read the same way.
import type { TenantTables } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { factFile } from './fact-file.server.ts';
import { type FactSource, sourceOf } from './house-card.server.ts';

type FactTable =
  | 'licence'
  | 'examination'
  | 'precept'
  | 'offence'
  | 'capital_repair_house'
  | 'capital_repair_element'
  | 'capital_repair_work'
  | 'house_fact'
  | 'company_fact';

export type Sourced<T> = T & { source: FactSource | null };

interface Asked {
  /** Whose facts: a house or a company of the region. */
  owner: { house_id: string } | { company_id: string };
  order: RawBuilder<unknown>;
  /** Further condition over `fact`. */
  only?: RawBuilder<unknown>;
  limit?: number;
}

const SHOWN = 50;

export async function factsOf<T extends FactTable>(
  ctx: Context,
  table: T,
  { owner, order, only = sql`true`, limit = SHOWN }: Asked,
): Promise<Sourced<Selectable<TenantTables[T]>>[]> {
  const owns =
    'house_id' in owner ? sql`fact.house_id = ${owner.house_id}::uuid` : sql`fact.company_id = ${owner.company_id}::uuid`;
  const rows = await sql<Selectable<TenantTables[T]> & Origin>`
    select fact.*, source.connector, ${factFile('fact')}
    from ${sql.table(table)} fact join import_source source on source.id = fact.import_id
    where ${owns} and ${only}
    order by ${order} limit ${limit}`.execute(ctx.db);
  return rows.rows.map((row) => ({ ...row, source: factSource(row) }));
}

interface Origin {
  connector: string | null;
  file_name: string | null;
  fact_date: string | null;
  import_line: number | null;
  import_id?: string | null;
}

export function factSource(row: Origin): FactSource | null {
  return sourceOf(row.connector, row.file_name, row.fact_date, row.import_line, row.import_id);
}
