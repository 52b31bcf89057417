// Facts a region's own file told of a house or a company through a mapping profile.
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import { factsOf, type Sourced } from './facts.server.ts';

export type MoreFact = Sourced<{
  id: string;
  label: string;
  value: string;
  unit: string | null;
  /** Which regional system it comes from, as the operator named it. */
  origin: string;
}>;

const ASKED = { order: sql`origin, label`, limit: 100 };

export async function moreHouseFacts(ctx: Context, houseId: string): Promise<MoreFact[]> {
  const rows = await factsOf(ctx, 'house_fact', { owner: { house_id: houseId }, ...ASKED });
  return rows.map(view);
}

export async function moreCompanyFacts(ctx: Context, companyId: string): Promise<MoreFact[]> {
  const rows = await factsOf(ctx, 'company_fact', { owner: { company_id: companyId }, ...ASKED });
  return rows.map(view);
}

function view({ id, label, value, unit, origin, source }: MoreFact): MoreFact {
  return { id, label, value, unit, origin, source };
}
