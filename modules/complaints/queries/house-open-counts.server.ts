// Open complaints per house for the authority's register: bare numbers.
import type { HouseCountSource } from '@zhkh/directory';
import type { Context } from '@zhkh/kernel/module.server';
import { sets } from '../domain/status.ts';

const MOST = 50_000;

export function houseOpenCounts(ctx: Context): HouseCountSource {
  const open = () =>
    ctx.db
      .selectFrom('complaint')
      .where('house_id', 'is not', null)
      .where('status', 'in', [...sets.open]);
  return {
    counts: async (houseIds) => {
      const rows = await open()
        .where('house_id', 'in', [...houseIds])
        .select((eb) => ['house_id', eb.fn.countAll<number>().as('count')])
        .groupBy('house_id')
        .execute();
      return new Map(rows.map((row) => [row.house_id ?? '', row.count]));
    },
    houses: async () => {
      const rows = await open().select('house_id').groupBy('house_id').limit(MOST).execute();
      return rows.flatMap((row) => row.house_id ?? []);
    },
  };
}
