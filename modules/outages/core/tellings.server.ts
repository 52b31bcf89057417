// Tellings of outages as work: one letter and one SMS a change, queued in the transaction that ends the row.
import { type Context, defineWork, type RowOf, type Write } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import { outOfQuiet } from '../domain/quiet.ts';
import { type News, newsOf } from '../domain/telling.ts';
import type { OutagesSettings } from '../settings.ts';
import { composeMessage } from './compose-message.server.ts';
import { readTellings, type Telling } from './read-tellings.server.ts';
import { wordsOf } from './words.server.ts';

export const tellings = defineWork<'outage_telling'>({
  id: 'outages.tell',
  title: 'outages:works.tellings',
  table: 'outage_telling',
  hold: 'transaction',
  subject: sql<string>`'№ ' || (select number from outage where outage.id = outage_id)`,
  retry: { tries: 8, waits: [60_000, 300_000, 900_000, 3_600_000] },
  batch: 100,
  run: tellAll,
});

async function tellAll(ctx: Context, w: Write, rows: readonly RowOf<'outage_telling'>[]): Promise<void> {
  const quiet = await ctx.settings<OutagesSettings>('outages');
  const now = ctx.clock.now();
  const held = new Map(rows.map((row) => [row.id, row]));
  for (const telling of await readTellings(w, [...held.keys()])) {
    const at = outOfQuiet(now, telling.outage.kind, telling.outage.time_zone, quiet);
    const row = held.get(telling.id);
    if (at > now && row) await tellings.postpone(w.db, row, at);
    else await tellOne(ctx, w, telling, now);
  }
}

async function tellOne(ctx: Context, w: Write, telling: Telling, now: Date): Promise<void> {
  const { outage } = telling;
  const current = { state: outage.state, endsAt: outage.ends_at, closedBy: outage.closed_by };
  const news = newsOf({ state: telling.toldState, endsAt: telling.toldEndsAt }, current, now);
  if (news) await send(ctx, w, telling, news);
  const told = news ? { told_state: outage.state, told_ends_at: outage.ends_at, told_revision: outage.revision } : {};
  await w.db
    .updateTable('outage_telling')
    .set({ waiting_since: null, ...told })
    .where('id', '=', telling.id)
    .execute();
}

async function send(ctx: Context, w: Write, telling: Telling, news: News): Promise<void> {
  const { outage, accountId, email, phone } = telling;
  if (!email && !phone) return;
  const message = composeMessage(telling, news, {
    origin: ctx.origin,
    region: ctx.tenant.name,
    words: wordsOf(ctx, telling.locale),
  });
  const key = `outages.${outage.id}.${accountId}.${outage.revision}`;
  const { subject, text, html, sms } = message;
  const purpose = `outages.${news}`;
  const unsubscribe = `${ctx.origin}/outages/stop/${telling.stopToken}`;
  if (email) await w.notify.letter({ key: `${key}.mail`, to: email, subject, text, html, purpose, unsubscribe });
  if (phone) await w.notify.sms({ key: `${key}.sms`, to: phone, text: sms, purpose });
}
