// Capital repair of a house: plan and money, elements, works done and to come; each with where it comes from.
import type { Context } from '@zhkh/platform/module.server';
import { type FactSource, sourceOf } from './house-card.server.ts';

export interface CapitalRepair {
  /** Kopecks; null when the export says nothing. */
  money: {
    collected: number | null;
    debts: number | null;
    spent: number | null;
    balance: number | null;
    on: string | null;
    way: string | null;
  } | null;
  floors: number | null;
  builtYear: number | null;
  energyClass: string | null;
  inProgramSince: string | null;
  excludedOn: string | null;
  source: FactSource | null;
  elements: {
    id: string;
    kind: string;
    detail: string | null;
    area: number | null;
    since: string | null;
    until: string | null;
    source: FactSource | null;
  }[];
  works: RepairWork[];
}

export interface RepairWork {
  id: string;
  kind: string;
  plannedYear: number | null;
  plannedOn: string | null;
  finishedOn: string | null;
  /** Kopecks. */
  cost: number | null;
  costIsContract: boolean;
  contractor: string | null;
  source: FactSource | null;
}

const SOURCE = ['run.connector', 'run.file_name', 'fact.fact_date', 'fact.import_line'] as const;

export async function capitalRepairOf(ctx: Context, houseId: string): Promise<CapitalRepair | null> {
  const [house, elements, works] = await Promise.all([houseOf(ctx, houseId), elementsOf(ctx, houseId), worksOf(ctx, houseId)]);
  if (!house && elements.length === 0 && works.length === 0) return null;
  return {
    money: house
      ? {
          collected: house.collected,
          debts: house.debts,
          spent: house.spent,
          balance: house.balance,
          on: house.collected_on,
          way: house.collecting_way,
        }
      : null,
    floors: house?.floors ?? null,
    builtYear: house?.commissioned_year ?? null,
    energyClass: house?.energy_class ?? null,
    inProgramSince: house?.included_on ?? null,
    excludedOn: house?.excluded_on ?? null,
    source: house ? factSource(house) : null,
    elements,
    works,
  };
}

export function factSource(row: {
  connector: string | null;
  file_name: string | null;
  fact_date: string | null;
  import_line: number | null;
}): FactSource | null {
  return sourceOf(row.connector, row.file_name, row.fact_date, row.import_line);
}

function houseOf(ctx: Context, houseId: string) {
  return ctx.db
    .selectFrom('capital_repair_house as fact')
    .innerJoin('import_run as run', 'run.id', 'fact.import_id')
    .selectAll('fact')
    .select(SOURCE)
    .where('house_id', '=', houseId)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
}

async function elementsOf(ctx: Context, houseId: string): Promise<CapitalRepair['elements']> {
  const rows = await ctx.db
    .selectFrom('capital_repair_element as fact')
    .innerJoin('import_run as run', 'run.id', 'fact.import_id')
    .selectAll('fact')
    .select(SOURCE)
    .where('house_id', '=', houseId)
    .where('ended_on', 'is', null)
    .orderBy('kind')
    .orderBy('fact.source_key')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    detail: row.roof_kind ?? row.facade_kind ?? row.foundation_kind ?? row.lift_kind ?? row.system_kind ?? row.wall_material,
    area: row.roof_area ?? row.facade_area ?? row.basement_area,
    since: row.commissioned_on ?? yearText(row.commissioned_year),
    until: row.decommissioned_on ?? yearText(row.decommissioned_year),
    source: factSource(row),
  }));
}

async function worksOf(ctx: Context, houseId: string): Promise<RepairWork[]> {
  const rows = await ctx.db
    .selectFrom('capital_repair_work as fact')
    .innerJoin('import_run as run', 'run.id', 'fact.import_id')
    .selectAll('fact')
    .select(SOURCE)
    .where('house_id', '=', houseId)
    .where('ended_on', 'is', null)
    .orderBy('planned_year')
    .orderBy('kind')
    .orderBy('fact.id')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    plannedYear: row.planned_year,
    plannedOn: row.planned_on,
    finishedOn: row.finished_on,
    cost: row.cost_contract ?? row.cost_plan,
    costIsContract: row.cost_contract !== null,
    contractor: row.contractor,
    source: factSource(row),
  }));
}

function yearText(year: number | null): string | null {
  return year === null ? null : String(year);
}
