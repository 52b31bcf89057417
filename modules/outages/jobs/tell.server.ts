// Tells subscribers who are due: one letter and one SMS for each change that matters, queued in the transaction that puts the row to rest.
import { type Context, defineJob, type Write } from '@zhkh/kernel/module.server';
import { z } from 'zod';
import { claimTellings, type Telling } from '../core/claim-tellings.server.ts';
import { composeMessage } from '../core/compose-message.server.ts';
import { outOfQuiet } from '../domain/quiet.ts';
import { type News, newsOf } from '../domain/telling.ts';
import type { OutagesSettings } from '../settings.ts';

const BATCH = 100;

export const tell = defineJob({
  id: 'outages.tell',
  input: z.strictObject({}),
  timeout: 5 * 60_000,
  attempts: 3,
  cron: '* * * * *',
  run: async (ctx, _input, signal) => {
    while (!signal.aborted && (await tellSome(ctx)) === BATCH);
  },
});

export async function tellSome(ctx: Context): Promise<number> {
  const quiet = await ctx.settings<OutagesSettings>('outages');
  const now = ctx.clock.now();
  return ctx.write(async (w) => {
    const due = await claimTellings(w, now, BATCH);
    for (const telling of due) {
      const at = outOfQuiet(now, telling.outage.kind, telling.outage.time_zone, quiet);
      if (at > now) await rest(w, telling, { due_at: at });
      else await tellOne(ctx, w, telling, now);
    }
    return due.length;
  });
}

async function tellOne(ctx: Context, w: Write, telling: Telling, now: Date): Promise<void> {
  const { outage } = telling;
  const current = { state: outage.state, endsAt: outage.ends_at, closedBy: outage.closed_by };
  const news = newsOf({ state: telling.toldState, endsAt: telling.toldEndsAt }, current, now);
  if (news) await send(ctx, w, telling, news, now);
  const told = news ? { told_state: outage.state, told_ends_at: outage.ends_at, told_revision: outage.revision } : {};
  await rest(w, telling, { due_at: null, waiting_since: null, ...told });
}

async function send(ctx: Context, w: Write, telling: Telling, news: News, now: Date): Promise<void> {
  const { outage, accountId, email, phone } = telling;
  if (!email && !phone) return;
  const message = composeMessage(telling, news, { origin: ctx.origin, region: ctx.tenant.name, now });
  const key = `outages.${outage.id}.${accountId}.${outage.revision}`;
  const { subject, text, html, sms } = message;
  const purpose = `outages.${news}`;
  const unsubscribe = `${ctx.origin}/outages/stop/${telling.stopToken}`;
  if (email) await w.notify.letter({ key: `${key}.mail`, to: email, subject, text, html, purpose, unsubscribe });
  if (phone) await w.notify.sms({ key: `${key}.sms`, to: phone, text: sms, purpose });
}

type Rest = Partial<Record<'due_at' | 'waiting_since' | 'told_ends_at', Date | null>> & {
  told_state?: string;
  told_revision?: number;
};

async function rest(w: Write, { outage, accountId }: Telling, values: Rest): Promise<void> {
  await w.db
    .updateTable('outage_telling')
    .set(values)
    .where('outage_id', '=', outage.id)
    .where('account_id', '=', accountId)
    .execute();
}
