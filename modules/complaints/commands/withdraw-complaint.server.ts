// The resident takes an unanswered complaint back. It stays on record; letters still waiting are not sent.
import type { Context } from '@zhkh/kernel/module.server';
import { changeComplaint, update } from '../core/change.server.ts';
import { record, whoIs } from '../core/trail.server.ts';

export async function withdrawComplaint(ctx: Context, input: { complaintId: string }): Promise<void> {
  const who = await whoIs(ctx);
  await changeComplaint(
    ctx,
    { complaintId: input.complaintId, can: 'complaints.react', step: 'withdraw', by: 'resident' },
    async (w, row, to, now) => {
      await update(w, row.id, { status: to, closed_at: now, react_until: null });
      await w.db
        .updateTable('complaint_delivery')
        .set({ state: 'discarded', next_try_at: null, escalate_at: null })
        .where('complaint_id', '=', row.id)
        .where('state', '=', 'waiting')
        .where('lease_until', 'is', null)
        .execute();
      await record(w, { complaintId: row.id, at: now, kind: 'withdrawn', who });
    },
  );
}
