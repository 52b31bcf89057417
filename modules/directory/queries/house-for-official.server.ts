// What the rules look at on a house, and where its map opens when nobody knows the point.
import { notFound } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';

export interface OfficialHouse {
  rights: { id: string; municipality: string | null; oktmo: string | null };
  around: { lat: number; lon: number } | null;
}

export async function houseForOfficial(ctx: Context, houseId: string): Promise<OfficialHouse> {
  const row = await ctx.db
    .selectFrom('house')
    .select(['id', 'municipality', 'oktmo', 'street_id', 'city', 'lat', 'lon'])
    .where('id', '=', houseId)
    .executeTakeFirst();
  if (!row) throw notFound('directory.house-not-found');
  const { id, municipality, oktmo } = row;
  return {
    rights: { id, municipality, oktmo },
    around: row.lat === null ? ((await middleOf(ctx, row.street_id, row.city)) ?? null) : null,
  };
}

/** The middle of the street, else of the city. */
async function middleOf(ctx: Context, streetId: string | null, city: string) {
  const average = (where: 'street_id' | 'city', value: string) =>
    ctx.db
      .selectFrom('house')
      .select((eb) => [eb.fn.avg<number | null>('lat').as('lat'), eb.fn.avg<number | null>('lon').as('lon')])
      .where(where, '=', value)
      .executeTakeFirst();
  const street = streetId ? await average('street_id', streetId) : undefined;
  const found = street?.lat ? street : await average('city', city);
  return found?.lat && found.lon ? { lat: found.lat, lon: found.lon } : null;
}
