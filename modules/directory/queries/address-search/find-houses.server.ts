// Houses by typed words: the streets they may mean from the dictionary, exact words first, then words with slips; then the houses there.
import type { Context } from '@zhkh/kernel/module.server';
import type { HouseHit } from '../../contract.ts';
import { type AddressQuery, readQuery } from '../../domain/address-search/address-query.ts';
import { streetsFor } from '../../domain/address-search/find-streets.ts';
import type { StreetDictionary } from '../../domain/address-search/street-dictionary.ts';
import { toHit } from '../house-columns.server.ts';
import { housesOn, type HousesOn } from './houses-on.server.ts';
import { housesByPostalCode } from './houses-on-streets.server.ts';
import { readAgain, streetDictionary } from './street-dictionary.server.ts';

/** Up to this cost exact words have said it all. Who typed the number has typed the names to the end: a beginning may be a slip. */
const NO_NUMBER = 0.7;
const WITH_NUMBER = 0.32;
const FEW_SLIPS = 2.2;

export async function findHouses(ctx: Context, typed: string, limit = 10): Promise<HouseHit[]> {
  const queries = readQuery(typed);
  const [first] = queries;
  if (!first) return [];
  if (first.words.length === 0 && first.numbers.length === 0 && first.postalCode)
    return (await housesByPostalCode(ctx, first.postalCode, limit)).map((row) => toHit(row));
  const kept = await streetDictionary(ctx);
  const found = await searchIn(ctx, kept.dictionary, queries, limit);
  const fresh =
    found.version === kept.version || found.version === null
      ? found
      : await searchIn(ctx, (await readAgain(ctx)).dictionary, queries, limit);
  return fresh.ranked.slice(0, limit).map(({ house }) => toHit(house));
}

/** Exact words first; more slips only as long as nothing fits well enough. */
async function searchIn(
  ctx: Context,
  dictionary: StreetDictionary,
  queries: readonly AddressQuery[],
  limit: number,
): Promise<HousesOn> {
  for (const [slips, enough] of [
    ['none', queries[0]?.numbers.length ? WITH_NUMBER : NO_NUMBER],
    ['some', FEW_SLIPS],
  ] as const) {
    const streets = streetsFor(dictionary, queries, slips);
    if (!streets[0] || streets[0].cost > enough) continue;
    const found = await housesOn(ctx, streets, limit, false);
    if (found.ranked[0] && found.ranked[0].cost <= enough) return found;
  }
  return housesOn(ctx, streetsFor(dictionary, queries, 'many'), limit, true);
}
