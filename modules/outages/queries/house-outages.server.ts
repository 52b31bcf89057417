// What is off in a house now, soon, or was just ended: public, with no name but the organisation's.
import type { Context } from '@zhkh/kernel/module.server';
import { type Item, itemColumns, itemOf } from '../core/item.server.ts';
import { explains } from '../domain/services.ts';
import type { OutagesSettings } from '../settings.ts';

const DAY = 86_400_000;
const ENDED_MS = DAY / 2;

export interface HouseOutages {
  houseId: string;
  items: Item[];
  /** Null = nobody signed in who could follow. */
  following: boolean | null;
}

export async function outagesOfHouse(ctx: Context, houseId: string) {
  const { daysAhead } = await ctx.settings<OutagesSettings>('outages');
  const now = ctx.clock.now();
  return ctx.db
    .selectFrom('outage')
    .innerJoin('outage_house', 'outage_house.outage_id', 'outage.id')
    .select(itemColumns)
    .where('outage_house.house_id', '=', houseId)
    .where((eb) =>
      eb.or([
        eb.and([eb('outage.state', '=', 'announced'), eb('outage.starts_at', '<=', new Date(now.getTime() + daysAhead * DAY))]),
        eb.and([
          eb('outage.state', '=', 'over'),
          eb('outage.closed_by', '=', 'person'),
          eb('outage.closed_at', '>', new Date(now.getTime() - ENDED_MS)),
        ]),
        eb.and([
          eb('outage.state', '=', 'cancelled'),
          eb('outage.closed_at', '>', new Date(now.getTime() - ENDED_MS)),
          eb('outage.starts_at', '>', new Date(now.getTime() - DAY)),
        ]),
      ]),
    )
    .orderBy('outage.starts_at')
    .limit(12)
    .execute();
}

/** What is off first, what is only news last; within, by the start. */
const rank: Readonly<Record<Item['phase'], number>> = { overdue: 0, running: 0, planned: 1, over: 2, cancelled: 2 };

export async function houseOutages(ctx: Context, houseId: string): Promise<HouseOutages> {
  const [rows, following] = await Promise.all([outagesOfHouse(ctx, houseId), isFollowing(ctx, houseId)]);
  const items = rows.map((row) => itemOf(ctx, row)).sort((a, b) => rank[a.phase] - rank[b.phase]);
  return { houseId, items, following };
}

async function isFollowing(ctx: Context, houseId: string): Promise<boolean | null> {
  if (ctx.actor.kind !== 'resident' || !ctx.actor.consented) return null;
  const row = await ctx.db
    .selectFrom('outage_subscription')
    .select('house_id')
    .where('account_id', '=', ctx.actor.accountId)
    .where('house_id', '=', houseId)
    .executeTakeFirst();
  return row !== undefined;
}

export interface FilingNotice {
  items: Item[];
  /** What the person writes about is explained by one of them. */
  explains: boolean;
}

/** Before a complaint is filed: only what is off at this moment. */
export async function outagesBeforeFiling(ctx: Context, houseId: string, category: string): Promise<FilingNotice | null> {
  if (!houseId) return null;
  const rows = (await outagesOfHouse(ctx, houseId)).filter(
    (row) => row.state === 'announced' && row.starts_at <= ctx.clock.now(),
  );
  const fits = rows.filter((row) => explains(row.services, category));
  const shown = fits.length > 0 ? fits : rows;
  return shown.length > 0 ? { items: shown.map((row) => itemOf(ctx, row)), explains: fits.length > 0 } : null;
}
