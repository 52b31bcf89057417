// Houses by typed words: exact words first; when nothing is found, the likeliest streets of the dictionary.
import type { Context } from '@zhkh/platform/module.server';
import type { HouseHit } from '../contract.ts';
import { type AddressQuery, readQuery } from '../domain/address-query.ts';
import { toHit } from './house-columns.server.ts';
import { housesByLikeStreet } from './houses-by-like-street.server.ts';
import { housesByWords } from './houses-by-words.server.ts';

export async function findHouses(ctx: Context, query: string, limit = 10): Promise<HouseHit[]> {
  const read = readQuery(query);
  if (read.length === 0) return [];
  const exact = await byWords(ctx, read, limit);
  if (exact.length > 0) return exact.map((row) => toHit(row));
  const like = await housesByLikeStreet(ctx, read, limit);
  return like.map((row) => toHit(row));
}

async function byWords(ctx: Context, read: readonly AddressQuery[], limit: number) {
  for (const query of read) {
    const rows = await housesByWords(ctx, query, limit);
    if (rows.length > 0) return rows;
  }
  return [];
}
