// Records that an employee has opened a complaint: the page posts it, or their first act does; only once.
import type { Context } from '@zhkh/kernel/module.server';
import { record, whoIs } from '../core/trail.server.ts';
import { type ComplaintRow, readComplaint } from '../core/change.server.ts';
import { allowed } from '../domain/status.ts';

export async function markOpened(ctx: Context, complaintId: string): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'staff' || actor.organisation.kind !== 'company') return;
  const row: ComplaintRow = await readComplaint(ctx, complaintId, 'complaints.respond');
  if (row.opened_at) return;
  const who = await whoIs(ctx);
  const now = ctx.clock.now();
  await ctx.write(async (w) => {
    const delivered = allowed(row.status, 'deliver', 'company');
    const opened = await w.db
      .updateTable('complaint')
      .set({ opened_at: now, ...(delivered && delivered.to !== 'same' && { status: delivered.to }) })
      .where('id', '=', complaintId)
      .where('opened_at', 'is', null)
      .where('status', '=', row.status)
      .returning('round')
      .executeTakeFirst();
    if (!opened) return;
    await w.db
      .updateTable('complaint_delivery')
      .set({ opened_at: now, escalate_at: null })
      .where('complaint_id', '=', complaintId)
      .where('round', '=', opened.round)
      .where('opened_at', 'is', null)
      .execute();
    await record(w, { complaintId, at: now, kind: 'opened', who });
  });
}
