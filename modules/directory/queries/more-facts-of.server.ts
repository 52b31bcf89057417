// Facts a region's own file told of a house or a company through a mapping profile.
import type { Context } from '@zhkh/platform/module.server';
import { factSource } from './capital-repair-of.server.ts';
import { factFile } from './fact-file.server.ts';
import type { FactSource } from './house-card.server.ts';

export interface MoreFact {
  id: string;
  label: string;
  value: string;
  unit: string | null;
  /** Which regional system it comes from, as the operator named it. */
  origin: string;
  source: FactSource | null;
}

const COLUMNS = [
  'fact.id',
  'label',
  'value',
  'unit',
  'origin',
  'fact.fact_date',
  'import_line',
  'connector',
  factFile('fact'),
] as const;

export async function moreHouseFacts(ctx: Context, houseId: string): Promise<MoreFact[]> {
  const rows = await ctx.db
    .selectFrom('house_fact as fact')
    .innerJoin('import_run as run', 'run.id', 'fact.import_id')
    .select(COLUMNS)
    .where('house_id', '=', houseId)
    .orderBy('origin')
    .orderBy('label')
    .limit(100)
    .execute();
  return rows.map((row) => ({ ...pick(row), source: factSource(row) }));
}

export async function moreCompanyFacts(ctx: Context, companyId: string): Promise<MoreFact[]> {
  const rows = await ctx.db
    .selectFrom('company_fact as fact')
    .innerJoin('import_run as run', 'run.id', 'fact.import_id')
    .select(COLUMNS)
    .where('company_id', '=', companyId)
    .orderBy('origin')
    .orderBy('label')
    .limit(100)
    .execute();
  return rows.map((row) => ({ ...pick(row), source: factSource(row) }));
}

function pick(row: Omit<MoreFact, 'source'>): Omit<MoreFact, 'source'> {
  return { id: row.id, label: row.label, value: row.value, unit: row.unit, origin: row.origin };
}
