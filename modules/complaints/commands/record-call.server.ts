// An official notes how the call to a company went: the human end of the delivery.
import { notFound } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';
import { readComplaint } from '../core/change.server.ts';
import { record, whoIs } from '../core/trail.server.ts';
import { allowed } from '../domain/status.ts';

export async function recordCall(ctx: Context, input: { complaintId: string; outcome: 'reached' | 'no-answer' }): Promise<void> {
  const row = await readComplaint(ctx, input.complaintId, 'complaints.resolve');
  const who = await whoIs(ctx);
  const now = ctx.clock.now();
  const reached = input.outcome === 'reached';
  await ctx.write(async (w) => {
    const task = await w.db
      .updateTable('complaint_delivery')
      .set((eb) => ({ tries: eb('tries', '+', 1), ...(reached && { state: 'done' as const, sent_at: now }) }))
      .where('complaint_id', '=', row.id)
      .where('round', '=', row.round)
      .where('channel', '=', 'call')
      .where('state', '=', 'waiting')
      .returning('id')
      .executeTakeFirst();
    if (!task) throw notFound();
    const step = allowed(row.status, 'deliver', 'system');
    if (reached && step && step.to !== 'same') {
      await w.db
        .updateTable('complaint')
        .set({ status: step.to })
        .where('id', '=', row.id)
        .where('status', '=', row.status)
        .execute();
    }
    await record(w, { complaintId: row.id, at: now, kind: reached ? 'called' : 'call-missed', who });
  });
}
