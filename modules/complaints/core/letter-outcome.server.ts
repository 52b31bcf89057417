// What became of a letter, written to its row and to the trail both sides read.
import { newId } from '@zhkh/kernel/db.server';
import type { Context, Write } from '@zhkh/kernel/module.server';
import { nextTryAt } from '../domain/delivery.ts';
import { allowed } from '../domain/status.ts';
import type { ClaimedLetter } from './claim-letters.server.ts';
import { bySystem, record } from './trail.server.ts';

/** The company's server took the letter: that proves the delivery. */
export async function letterSent(ctx: Context, letter: ClaimedLetter, response: string): Promise<void> {
  const now = ctx.clock.now();
  await ctx.write(async (w) => {
    const done = { state: 'delivered' as const, sent_at: now, lease_until: null, next_try_at: null, last_error: null };
    await w.db.updateTable('complaint_delivery').set(done).where('id', '=', letter.id).execute();
    const row = await w.db
      .selectFrom('complaint')
      .select(['status', 'round'])
      .where('id', '=', letter.complaintId)
      .forUpdate()
      .executeTakeFirst();
    const step = row && row.round === letter.round ? allowed(row.status, 'deliver', 'system') : undefined;
    if (step && step.to !== 'same')
      await w.db.updateTable('complaint').set({ status: step.to }).where('id', '=', letter.complaintId).execute();
    const detail = { tries: letter.tries, inDoubt: letter.inDoubt, response: response.slice(0, 120) };
    await record(w, { complaintId: letter.complaintId, at: now, kind: 'letter-sent', who: bySystem, detail });
  });
}

/** Handed on while the letter waited. */
export async function letterDropped(ctx: Context, letter: ClaimedLetter): Promise<void> {
  const dropped = { state: 'cancelled' as const, lease_until: null, next_try_at: null, escalate_at: null };
  await ctx.write((w) => w.db.updateTable('complaint_delivery').set(dropped).where('id', '=', letter.id).execute());
}

/** Not now: back-off, and after the last try a person calls. */
export async function letterDelayed(
  ctx: Context,
  letter: ClaimedLetter,
  why: { reason: string; inDoubt: boolean },
): Promise<void> {
  const now = ctx.clock.now();
  const next = nextTryAt(now, letter.tries, Math.random());
  if (!next) return letterRefused(ctx, letter, why.reason);
  await ctx.write(async (w) => {
    const wait = {
      state: 'pending' as const,
      next_try_at: next,
      lease_until: null,
      last_error: why.reason,
      in_doubt: letter.inDoubt || why.inDoubt,
    };
    await w.db.updateTable('complaint_delivery').set(wait).where('id', '=', letter.id).execute();
    const detail = { tries: letter.tries, nextTryAt: next.toISOString() };
    await record(w, { complaintId: letter.complaintId, at: now, kind: 'letter-delayed', who: bySystem, detail });
  });
}

/** No letter will get through: the authority's list gets a call to make, visible to both sides. */
export async function letterRefused(ctx: Context, letter: ClaimedLetter, reason: string): Promise<void> {
  const now = ctx.clock.now();
  await ctx.write(async (w) => {
    const failed = { state: 'failed' as const, next_try_at: null, lease_until: null, last_error: reason, escalate_at: null };
    await w.db.updateTable('complaint_delivery').set(failed).where('id', '=', letter.id).execute();
    await record(w, {
      complaintId: letter.complaintId,
      at: now,
      kind: 'letter-refused',
      who: bySystem,
      detail: { tries: letter.tries },
    });
    await askToCall(w, letter, now, 'letter');
  });
}

/** One call task a round; a second reason adds nothing. */
export async function askToCall(
  w: Write,
  about: { complaintId: string; round: number; companyId: string | null },
  now: Date,
  reason: 'letter' | 'unopened',
): Promise<void> {
  const row = { id: newId(), complaint_id: about.complaintId, round: about.round, company_id: about.companyId, created_at: now };
  const made = await w.db
    .insertInto('complaint_delivery')
    .values({ ...row, channel: 'call', state: 'waiting', recipient: null, message_id: null })
    .onConflict((oc) => oc.columns(['complaint_id', 'round', 'channel']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made) await record(w, { complaintId: about.complaintId, at: now, kind: 'call-needed', who: bySystem, detail: { reason } });
}
