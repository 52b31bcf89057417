// How many rows a set holds and when it last changed: the words of the page, the validator of a cache.
import { createHash } from 'node:crypto';
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import { isoDateIn } from '../domain/season.ts';

export interface SetVersion {
  updated: Date;
  /** Of the whole directory of the region, for If-None-Match. */
  tag: string;
}

/** Who manages may change by the calendar alone, so the tag holds the day as well. */
export async function setVersion(ctx: Context): Promise<SetVersion> {
  const { rows } = await sql<{ updated: Date | null }>`
    select greatest(
      (select max(updated_at) from house), (select max(updated_at) from company), (select max(updated_at) from management),
      (select max(loaded_at) from import_source)
    ) as updated`.execute(ctx.db);
  const updated = rows[0]?.updated ?? new Date(0);
  const day = isoDateIn(ctx.clock.now(), ctx.tenant.timeZone);
  const hash = createHash('sha256').update(`${ctx.tenant.id} ${updated.toISOString()} ${day}`).digest('base64url');
  return { updated, tag: hash.slice(0, 22) };
}

export async function setCounts(ctx: Context): Promise<{ houses: number; placed: number; companies: number }> {
  const { rows } = await sql<{ houses: number; placed: number; companies: number }>`
    select count(*)::int as houses, count(lat)::int as placed, (select count(*)::int from company) as companies from house`.execute(
    ctx.db,
  );
  return rows[0] ?? { houses: 0, placed: 0, companies: 0 };
}

export interface Municipality {
  code: string;
  houses: number;
  /** The settlement most of its houses stand in. */
  city: string;
}

export async function municipalitiesOf(ctx: Context): Promise<Municipality[]> {
  const { rows } = await sql<Municipality>`
    select municipality as code, sum(houses)::int as houses, (array_agg(city order by houses desc))[1] as city
    from (select municipality, city, count(*) as houses from house where municipality is not null group by municipality, city) by_city
    group by municipality order by sum(houses) desc, municipality limit 300`.execute(ctx.db);
  return rows;
}
