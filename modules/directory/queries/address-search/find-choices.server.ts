// Houses to choose from: by words, else by position.
import type { Context } from '@zhkh/kernel/module.server';
import type { HouseHit } from '../../contract.ts';
import { roundPoint } from '../../domain/geo.ts';
import { findHouses } from './find-houses.server.ts';
import { nearestHouses } from './nearest-houses.server.ts';

export interface Choices {
  by: 'words' | 'position' | null;
  hits: HouseHit[];
}

export async function findChoices(
  ctx: Context,
  query: { q?: string | undefined; lat?: number | undefined; lon?: number | undefined },
  limit = 20,
): Promise<Choices> {
  if (query.q) return { by: 'words', hits: await findHouses(ctx, query.q, limit) };
  if (query.lat === undefined || query.lon === undefined) return { by: null, hits: [] };
  return { by: 'position', hits: await nearestHouses(ctx, roundPoint({ lat: query.lat, lon: query.lon }), limit) };
}
