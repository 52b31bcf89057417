// One outage for the cabinet: houses, history, complaints filed meanwhile, and what may be done now.
import { notFound } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';
import { formatShortDateTime } from '@zhkh/kernel/time';
import type { OutageRow } from '../core/change-outage.server.ts';
import { type Item, itemOf } from '../core/item.server.ts';
import { visible } from '../core/visible.server.ts';
import { wordsOf } from '../core/words.server.ts';
import { fieldOf } from '../domain/local-moment.ts';
import { maySteps, type Step } from '../domain/phase.ts';
import { momentText, periodText } from '../domain/phrase.ts';

const SHOWN = 300;

export interface OutageOne {
  item: Item;
  period: string;
  revision: number;
  /** For the field of the new end. */
  endField: string;
  houses: { id: string; address: string }[];
  flats: number;
  complaints: number;
  subscribers: number;
  history: { id: string; kind: string; title: string; note: string; at: string; time: string }[];
  steps: Step[];
  own: boolean;
}

export async function outageOne(ctx: Context, id: string): Promise<OutageOne> {
  const row = await visible(ctx).selectAll('outage').where('outage.id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  const [houses, history, complaints, subscribers] = await Promise.all([
    ctx.db
      .selectFrom('outage_house')
      .select(['house_id as id', 'address'])
      .where('outage_id', '=', id)
      .orderBy('address')
      .limit(SHOWN)
      .execute(),
    historyOf(ctx, row),
    ctx.db
      .selectFrom('outage_complaint')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('outage_id', '=', id)
      .executeTakeFirstOrThrow(),
    subscribersOf(ctx, id),
  ]);
  const mayManage = ctx.ability.can('outages.manage', 'outage', row);
  const words = wordsOf(ctx);
  return {
    item: itemOf(ctx, row),
    period: periodText(words, row),
    revision: row.revision,
    endField: row.ends_at ? fieldOf(row.ends_at, row.time_zone) : '',
    houses,
    flats: row.flat_count,
    complaints: complaints.n,
    subscribers,
    history,
    steps: mayManage ? maySteps(itemOf(ctx, row).phase) : [],
    own: mayManage,
  };
}

async function subscribersOf(ctx: Context, id: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('outage_house')
    .innerJoin('outage_subscription', 'outage_subscription.house_id', 'outage_house.house_id')
    .select((eb) => eb.fn.count<number>('outage_subscription.account_id').distinct().as('n'))
    .where('outage_house.outage_id', '=', id)
    .executeTakeFirstOrThrow();
  return row.n;
}

async function historyOf(ctx: Context, outage: OutageRow): Promise<OutageOne['history']> {
  const words = wordsOf(ctx);
  const zone = outage.time_zone;
  const rows = await ctx.db
    .selectFrom('outage_change')
    .selectAll()
    .where('outage_id', '=', outage.id)
    .orderBy('at')
    .orderBy('revision')
    .execute();
  return rows.map((row) => {
    const who = [row.actor_name, row.organisation].filter(Boolean).join(', ');
    const from = row.ends_before ? momentText(words, zone, row.ends_before) : words.t('end-unknown');
    const to = row.ends_after ? momentText(words, zone, row.ends_after) : words.t('end-unknown');
    return {
      id: row.id,
      kind: row.kind,
      title: words.t(`history.${row.kind}`, { from, to }),
      note: [who, row.reason].filter(Boolean).join('. '),
      at: row.at.toISOString(),
      time: formatShortDateTime(row.at, { zone, locale: ctx.locale, now: words.now }),
    };
  });
}
