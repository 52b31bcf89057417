// Reads an announcement before it is made or shown: finds houses, checks rights, reads times.
import { invalid } from '@zhkh/kernel/errors';
import { must } from '@zhkh/kernel/http.server';
import type { Context } from '@zhkh/kernel/module.server';
import { momentOf } from '../domain/local-moment.ts';
import type { AnnounceForm } from '../domain/schemas.ts';
import { chooseHouses } from './choose-houses.server.ts';
import { type HouseFact, sumOf } from './house-rows.ts';

export type Announcement = AnnounceForm & { companyId: string };

export interface PreparedOutage {
  houses: HouseFact[];
  sum: ReturnType<typeof sumOf>;
  startsAt: Date;
  endsAt: Date | null;
}

const DAY = 86_400_000;

/** Houses found, rights checked, times read by the clock of the houses. */
export async function prepareOutage(ctx: Context, input: Announcement): Promise<PreparedOutage> {
  const views = await chooseHouses(ctx, input);
  const houses = views.map((house) => ({ house, companyId: input.companyId }));
  const sum = sumOf(houses, ctx.tenant.timeZone);
  must(ctx, 'outages.announce', 'outage', { company_id: input.companyId, municipality: sum.municipality, oktmo: sum.oktmo });
  const startsAt = momentOf(input.startsAt, sum.time_zone);
  const endsAt = input.endsAt ? momentOf(input.endsAt, sum.time_zone) : null;
  const now = ctx.clock.now();
  if (!startsAt || startsAt.getTime() > now.getTime() + 366 * DAY || startsAt.getTime() < now.getTime() - 30 * DAY)
    throw invalid('outages.moment', { fields: { startsAt: { key: 'outages:errors.moment' } } });
  if (input.endsAt && (!endsAt || endsAt <= startsAt))
    throw invalid('outages.moment', { fields: { endsAt: { key: 'outages:errors.end-before-start' } } });
  if (endsAt && endsAt <= now) throw invalid('outages.past', { fields: { endsAt: { key: 'outages:errors.end-past' } } });
  return { houses, sum, startsAt, endsAt };
}
