// The few likeliest houses in two lines each, for a list under the search field.
import type { Context } from '@zhkh/kernel/module.server';
import { findHouses } from './find-houses.server.ts';

const FEW = 8;

export interface HouseSuggestion {
  id: string;
  title: string;
  note: string;
}

export async function suggestHouses(ctx: Context, typed: string): Promise<HouseSuggestion[]> {
  const hits = await findHouses(ctx, typed, FEW);
  return hits.map((hit) => ({
    id: hit.id,
    title: [hit.street, hit.number].filter(Boolean).join(', '),
    note: [hit.city, hit.companyName ?? ctx.t('directory:manager.nobody')].join(' · '),
  }));
}
