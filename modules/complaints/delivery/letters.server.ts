// Letters to companies as work: claimed under a lease, composed, sent, their outcome written to the trail.
import { isSendFailure, sendLetter } from '@zhkh/kernel/notify.server';
import { defineWork, type Failure, type JobContext, type RowOf } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import { LETTER_RETRY } from '../domain/delivery.ts';
import { composeLetter } from './compose-letter.server.ts';
import { letterDelayed, letterRefused, letterSent } from './letter-outcome.server.ts';

export const letters = defineWork<'complaint_delivery'>({
  id: 'complaints.deliver',
  title: 'complaints:works.letters',
  table: 'complaint_delivery',
  hold: 'lease',
  where: sql<boolean>`channel = 'letter'`,
  subject: sql<string>`'№ ' || (select number from complaint where complaint.id = complaint_id)`,
  retry: LETTER_RETRY,
  lease: 90_000,
  batch: 20,
  judge,
  failed: (ctx, w, letter, outcome) =>
    outcome.state === 'parked'
      ? letterRefused(w, letter, ctx.clock.now())
      : letterDelayed(w, letter, { now: ctx.clock.now(), next: outcome.at }),
  run: send,
});

async function send(ctx: JobContext, letter: RowOf<'complaint_delivery'>): Promise<void> {
  const text = await composeLetter(ctx, letter);
  // Handed on while the letter waited.
  if (!text) {
    await letters.drop(ctx.db, letter, ctx.clock.now(), { next_try_at: null, escalate_at: null });
    return;
  }
  const { response } = await sendLetter(ctx, text);
  const now = ctx.clock.now();
  await ctx.write(async (w) => {
    if (await letters.done(w.db, letter, now, { sent_at: now, next_try_at: null }))
      await letterSent(w, letter, { now, response });
  });
}

function judge(error: unknown): Failure {
  if (!isSendFailure(error)) return { reason: 'internal' };
  return { reason: error.message, park: error.outcome === 'permanent', doubt: error.outcome === 'in-doubt' };
}
