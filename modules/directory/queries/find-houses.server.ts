// Houses by typed words: the streets they may mean from the dictionary, exact words first, then words with slips; then the houses there.
import type { Context } from '@zhkh/platform/module.server';
import type { HouseHit } from '../contract.ts';
import { type AddressQuery, readQuery } from '../domain/address-query.ts';
import { streetsFor } from '../domain/find-streets.ts';
import type { StreetDictionary } from '../domain/street-dictionary.ts';
import { toHit } from './house-columns.server.ts';
import { housesOn, type HousesOn } from './houses-on.server.ts';
import { housesByPostalCode } from './houses-on-streets.server.ts';
import { readAgain, streetDictionary } from './street-dictionary.server.ts';

/** Up to this cost the exact words have said it all. */
const CERTAIN = 0.7;
/** Who typed the number has typed the names to the end: a beginning may be a slip. */
const CERTAIN_NUMBER = 0.32;

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

async function searchIn(
  ctx: Context,
  dictionary: StreetDictionary,
  queries: readonly AddressQuery[],
  limit: number,
): Promise<HousesOn> {
  const [first] = queries;
  const streets = streetsFor(dictionary, queries, false);
  if (streets[0] && streets[0].cost <= CERTAIN) {
    const exact = await housesOn(ctx, streets, limit, false);
    const certain = first?.numbers.length ? CERTAIN_NUMBER : CERTAIN;
    if (exact.ranked[0] && exact.ranked[0].cost <= certain) return exact;
  }
  return housesOn(ctx, streetsFor(dictionary, queries, true), limit, true);
}
