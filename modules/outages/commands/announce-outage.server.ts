// A company, or an authority for it, announces an outage: once for a key, only for houses of that company.
import { invalid } from '@zhkh/kernel/errors';
import { must } from '@zhkh/kernel/http.server';
import type { Context } from '@zhkh/kernel/module.server';
import { chooseHouses } from '../core/choose-houses.server.ts';
import { type HouseFact, sumOf } from '../core/house-rows.ts';
import { type Recorded, recordOutage } from '../core/record-outage.server.ts';
import { whoIs } from '../core/who.server.ts';
import { momentOf } from '../domain/local-moment.ts';
import type { AnnounceForm } from '../domain/schemas.ts';

export type Announcement = AnnounceForm & { companyId: string };

export async function announceOutage(ctx: Context, input: Announcement): Promise<Recorded> {
  const prepared = await prepareOutage(ctx, input);
  const who = await whoIs(ctx);
  const { companyId, kind, type, services, reason } = input;
  return ctx.write((w) =>
    recordOutage(w, {
      outage: {
        source_key: null,
        kind,
        type,
        services: [...services],
        starts_at: prepared.startsAt,
        ends_at: prepared.endsAt,
        reason_code: reason,
        reason_text: input.reasonText,
        info: input.info,
        company_id: companyId,
        closed_at: null,
        closed_by: null,
        idempotency_key: input.idempotencyKey,
        import_id: null,
        import_line: null,
      },
      houses: prepared.houses,
      who,
      regionZone: ctx.tenant.timeZone,
      now: ctx.clock.now(),
    }),
  );
}

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
