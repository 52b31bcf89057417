// Capital repair of a house: plan and money, elements, works done and to come; each with where it comes from.
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import { factsOf } from './facts.server.ts';
import type { FactSource } from './house-card.server.ts';

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
    source: house?.source ?? null,
    elements,
    works,
  };
}

/** What later exports no longer name is history. */
const NOW = sql`ended_on is null`;

async function houseOf(ctx: Context, houseId: string) {
  const order = sql`fact.id`;
  const [house] = await factsOf(ctx, 'capital_repair_house', { owner: { house_id: houseId }, order, only: NOW, limit: 1 });
  return house;
}

async function elementsOf(ctx: Context, houseId: string): Promise<CapitalRepair['elements']> {
  const order = sql`kind, fact.source_key`;
  const rows = await factsOf(ctx, 'capital_repair_element', { owner: { house_id: houseId }, order, only: NOW, limit: 100 });
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    detail: row.roof_kind ?? row.facade_kind ?? row.foundation_kind ?? row.lift_kind ?? row.system_kind ?? row.wall_material,
    area: row.roof_area ?? row.facade_area ?? row.basement_area,
    since: row.commissioned_on ?? yearText(row.commissioned_year),
    until: row.decommissioned_on ?? yearText(row.decommissioned_year),
    source: row.source,
  }));
}

async function worksOf(ctx: Context, houseId: string): Promise<RepairWork[]> {
  const order = sql`planned_year, kind, fact.id`;
  const rows = await factsOf(ctx, 'capital_repair_work', { owner: { house_id: houseId }, order, only: NOW, limit: 100 });
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    plannedYear: row.planned_year,
    plannedOn: row.planned_on,
    finishedOn: row.finished_on,
    cost: row.cost_contract ?? row.cost_plan,
    costIsContract: row.cost_contract !== null,
    contractor: row.contractor,
    source: row.source,
  }));
}

function yearText(year: number | null): string | null {
  return year === null ? null : String(year);
}
