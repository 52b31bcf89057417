// «Не наша зона»: the company hands the complaint to the region's authority with a reason.
import type { Context } from '@zhkh/kernel/module.server';
import { changeComplaint, update } from '../core/change.server.ts';
import { noClocks } from '../core/clocks.server.ts';
import { record, whoIs } from '../core/trail.server.ts';

export async function redirectComplaint(ctx: Context, input: { complaintId: string; reason: string }): Promise<void> {
  const who = await whoIs(ctx);
  await changeComplaint(
    ctx,
    { complaintId: input.complaintId, can: 'complaints.respond', step: 'redirect', by: 'company' },
    async (w, row, to, now) => {
      await update(w, row.id, { status: to, addressee: 'authority', company_id: null, performer: '', ...noClocks });
      await w.db
        .updateTable('complaint_delivery')
        .set({ state: 'discarded', next_try_at: null, escalate_at: null })
        .where('complaint_id', '=', row.id)
        .where('state', '=', 'waiting')
        .where('lease_until', 'is', null)
        .execute();
      const detail = { reason: input.reason, company: row.company_name };
      await record(w, { complaintId: row.id, at: now, kind: 'redirected', who, detail, answerDueBefore: row.answer_due_at });
    },
  );
}
