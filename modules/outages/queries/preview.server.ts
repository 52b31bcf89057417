// Previews an announcement: whom it touches, how residents will read it, where it departs from the norm.
import type { Context } from '@zhkh/kernel/module.server';
import { formatDay, workingCalendar } from '@zhkh/kernel/time';
import { sql } from 'kysely';
import { type Announcement, prepareOutage, type PreparedOutage } from '../core/prepare-outage.server.ts';
import { placeText } from '../core/house-rows.ts';
import { wordsOf } from '../core/words.server.ts';
import { type Finding, findingsOf } from '../domain/norms.ts';
import { headline, periodText, whyText } from '../domain/phrase.ts';
import { iconOf } from '../domain/services.ts';
import type { OutagesSettings } from '../settings.ts';

export interface Warning {
  rule: string;
  source: string;
  preliminary: boolean;
}

export interface Preview {
  icon: string;
  title: string;
  period: string;
  why: string;
  info: string;
  houses: number;
  flats: number;
  subscribers: number;
  /** «ул. Садовая, 14, 16; ул. Мира, 2» */
  place: string;
  warnings: Warning[];
  zone: string;
}

export async function previewOf(ctx: Context, input: Announcement): Promise<Preview> {
  const prepared = await prepareOutage(ctx, input);
  const { sum, startsAt, endsAt, houses } = prepared;
  const words = wordsOf(ctx);
  const spoken = { ...input, state: 'announced' as const, starts_at: startsAt, ends_at: endsAt, time_zone: sum.time_zone };
  const [subscribers, findings] = await Promise.all([subscribersOf(ctx, prepared), measured(ctx, input, prepared)]);
  return {
    icon: iconOf(input.services),
    title: headline(words, spoken),
    period: periodText(words, spoken),
    why: whyText(words, { kind: input.kind, reason_code: input.reason, reason_text: input.reasonText }),
    info: input.info,
    houses: sum.house_count,
    flats: sum.flat_count,
    subscribers,
    place: placeText(houses.map((one) => one.house)),
    warnings: findings.map((finding) => warningOf(ctx, finding)),
    zone: sum.time_zone,
  };
}

async function measured(
  ctx: Context,
  input: Announcement,
  { startsAt, endsAt, sum, houses }: PreparedOutage,
): Promise<Finding[]> {
  const { noticeDays } = await ctx.settings<OutagesSettings>('outages');
  const ids = houses.map((one) => one.house.id);
  const monthHours = await hoursThisMonth(ctx, ids, startsAt, sum.time_zone);
  const announced = { kind: input.kind, services: input.services, startsAt, endsAt, zone: sum.time_zone };
  return findingsOf(announced, { now: ctx.clock.now(), calendar: workingCalendar(), noticeDays, monthHours });
}

/** By utility, of the house that was longest without it in the month of the start. */
async function hoursThisMonth(
  ctx: Context,
  houseIds: readonly string[],
  at: Date,
  zone: string,
): Promise<Record<string, number>> {
  const rows = await sql<{ service: string; hours: number }>`
    with month as (select date_trunc('month', ${at}::timestamptz at time zone ${zone}) at time zone ${zone} as first),
    spans as (
      select touched.house_id, service, extract(epoch from
        least(coalesce(case when outage.state = 'over' then outage.closed_at end, outage.ends_at), month.first + interval '1 month')
        - greatest(outage.starts_at, month.first)) / 3600 as hours
      from month, outage_house touched join outage on outage.id = touched.outage_id, unnest(outage.services) service
      where touched.house_id = any(${[...houseIds]}::uuid[]) and outage.state <> 'cancelled' and outage.ends_at is not null
        and outage.starts_at < month.first + interval '1 month' and outage.ends_at > month.first
    )
    select service, max(total)::float8 as hours from (
      select house_id, service, sum(greatest(hours, 0)) as total from spans group by house_id, service
    ) totals group by service`.execute(ctx.db);
  return Object.fromEntries(rows.rows.map((row) => [row.service, row.hours]));
}

async function subscribersOf(ctx: Context, { houses }: PreparedOutage): Promise<number> {
  const ids = houses.map((one) => one.house.id);
  const row = await sql<{ n: number }>`
    select count(distinct account_id)::int as n from outage_subscription where house_id = any(${ids}::uuid[])`.execute(ctx.db);
  return row.rows[0]?.n ?? 0;
}

function warningOf(ctx: Context, finding: Finding): Warning {
  const { t } = wordsOf(ctx);
  if (finding.what === 'notice') {
    const earliest = formatDay(finding.earliest, { locale: ctx.locale });
    return { rule: t('norms.notice', { days: finding.days, earliest }), source: t('norms.notice-source'), preliminary: true };
  }
  const { service, hours, limit, item, preliminary } = finding;
  const params = { service: t(`services.${service}`), hours: hours.toLocaleString(ctx.locale), limit };
  return { rule: t(`norms.${finding.what}`, params), source: t('norms.length-source', { item }), preliminary };
}
