// What became of a letter, in the trail both sides read; the row itself is the work's.
import { newId } from '@zhkh/kernel/db.server';
import type { RowOf, Write } from '@zhkh/kernel/module.server';
import { allowed } from '../domain/status.ts';
import { bySystem, record } from '../core/trail.server.ts';

type LetterRow = RowOf<'complaint_delivery'>;

/** The company's server took the letter: that proves the delivery. */
export async function letterSent(w: Write, letter: LetterRow, { now, response }: { now: Date; response: string }): Promise<void> {
  const row = await w.db
    .selectFrom('complaint')
    .select(['status', 'round'])
    .where('id', '=', letter.complaint_id)
    .forUpdate()
    .executeTakeFirst();
  const step = row && row.round === letter.round ? allowed(row.status, 'deliver', 'system') : undefined;
  if (step && step.to !== 'same')
    await w.db.updateTable('complaint').set({ status: step.to }).where('id', '=', letter.complaint_id).execute();
  const detail = { tries: letter.tries, inDoubt: letter.doubts > 0, response: response.slice(0, 120) };
  await record(w, { complaintId: letter.complaint_id, at: now, kind: 'letter-sent', who: bySystem, detail });
}

/** Not now: it is tried again. */
export async function letterDelayed(w: Write, letter: LetterRow, { now, next }: { now: Date; next: Date }): Promise<void> {
  const detail = { tries: letter.tries, nextTryAt: next.toISOString() };
  await record(w, { complaintId: letter.complaint_id, at: now, kind: 'letter-delayed', who: bySystem, detail });
}

/** No letter will get through: the authority's list gets a call to make, visible to both sides. */
export async function letterRefused(w: Write, letter: LetterRow, now: Date): Promise<void> {
  await w.db.updateTable('complaint_delivery').set({ escalate_at: null }).where('id', '=', letter.id).execute();
  const { complaint_id: complaintId, round, company_id: companyId } = letter;
  await record(w, { complaintId, at: now, kind: 'letter-refused', who: bySystem, detail: { tries: letter.tries } });
  await askToCall(w, { complaintId, round, companyId }, now, 'letter');
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
