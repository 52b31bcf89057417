// Finds the houses of an announcement: all of the company, those whose address matches, or ticked ones.
import { directory, type HouseView } from '@zhkh/directory';
import { invalid } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';
import type { scopes } from '../domain/schemas.ts';

export interface Choice {
  companyId: string;
  scope: (typeof scopes)[number];
  filter: string;
  houses: readonly string[];
}

const fold = (text: string) => text.toLowerCase().replaceAll('ё', 'е');

export async function chooseHouses(ctx: Context, choice: Choice): Promise<HouseView[]> {
  const all = await ctx.service(directory).housesOfCompany(choice.companyId);
  const found = pick(all, choice);
  const field = choice.scope === 'filter' ? 'filter' : 'houses';
  if (found.length === 0) throw invalid('outages.no-houses', { fields: { [field]: { key: 'outages:errors.no-houses' } } });
  return found;
}

function pick(all: HouseView[], { scope, filter, houses }: Choice): HouseView[] {
  if (scope === 'all') return all;
  if (scope === 'filter') return housesLike(all, filter);
  const known = new Map(all.map((house) => [house.id, house]));
  return houses.map((id) => {
    const house = known.get(id);
    if (!house) throw invalid('outages.not-yours', { fields: { houses: { key: 'outages:errors.not-yours' } } });
    return house;
  });
}

export function housesLike<House extends Pick<HouseView, 'address'>>(all: readonly House[], filter: string): House[] {
  const parts = fold(filter)
    .split(/[\s,]+/)
    .filter(Boolean);
  return all.filter((house) => parts.every((part) => fold(house.address).includes(part)));
}
