// An official says where a house stands; no import moves the pin again.
import { must } from '@zhkh/kernel/auth.server';
import { notFound } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';

export interface MoveHousePin {
  houseId: string;
  lat: number;
  lon: number;
}

export async function moveHousePin(ctx: Context, input: MoveHousePin): Promise<void> {
  await ctx.write(async (w) => {
    const house = await w.db
      .selectFrom('house')
      .select(['id', 'municipality', 'oktmo', 'lat', 'lon'])
      .where('id', '=', input.houseId)
      .forUpdate()
      .executeTakeFirst();
    if (!house) throw notFound('directory.house-not-found');
    must(ctx, 'directory.move-pin', 'house', house);
    const now = ctx.clock.now();
    await w.db
      .updateTable('house')
      .set({
        lat: input.lat,
        lon: input.lon,
        point_source: 'official',
        point_at: now,
        point_import_id: null,
        point_import_line: null,
        updated_at: now,
      })
      .where('id', '=', input.houseId)
      .execute();
    await w.audit(
      'directory.move-pin',
      { type: 'house', id: input.houseId },
      { fromLat: house.lat, fromLon: house.lon, toLat: input.lat, toLon: input.lon },
    );
  });
}
