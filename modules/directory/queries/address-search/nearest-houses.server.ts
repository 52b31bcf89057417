// Houses around a point: a box on the (lat, lon) index, widened until enough are found, then true distances.
import type { Context } from '@zhkh/kernel/module.server';
import type { HouseHit } from '../../contract.ts';
import { boxAround, metresBetween } from '../../domain/geo.ts';
import { hitColumns, toHit } from '../house-columns.server.ts';

const RADII = [300, 1500, 10_000, 60_000];

export async function nearestHouses(ctx: Context, at: { lat: number; lon: number }, limit = 10): Promise<HouseHit[]> {
  let found: HouseHit[] = [];
  for (const radius of RADII) {
    found = await within(ctx, at, radius);
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}

async function within(ctx: Context, at: { lat: number; lon: number }, radius: number): Promise<HouseHit[]> {
  const box = boxAround(at, radius);
  const rows = await ctx.db
    .selectFrom('house')
    .leftJoin('company', 'company.id', 'house.company_id')
    .select(hitColumns)
    .where('house.lat', 'is not', null)
    .where('house.status', '!=', 'demolished')
    .where('house.lat', '>=', box.south)
    .where('house.lat', '<=', box.north)
    .where('house.lon', '>=', box.west)
    .where('house.lon', '<=', box.east)
    .limit(5000)
    .execute();
  return rows
    .map((row) => toHit(row, Math.round(metresBetween(at, { lat: row.lat ?? 0, lon: row.lon ?? 0 }))))
    .filter((hit) => (hit.distance ?? 0) <= radius)
    .sort((a, b) => (a.distance ?? 0) - (b.distance ?? 0));
}
