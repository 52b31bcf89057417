// The resident confirms that the problem is solved, and may grade the work in the same step.
import type { Context } from '@zhkh/kernel/module.server';
import { complaintConfirmed } from '../contract.ts';
import { changeComplaint, update } from '../core/change.server.ts';
import { saveGrade } from '../core/grade.server.ts';
import { record, whoIs } from '../core/trail.server.ts';

export async function confirmOutcome(
  ctx: Context,
  input: { complaintId: string; grade?: number | undefined; comment: string },
): Promise<void> {
  const who = await whoIs(ctx);
  await changeComplaint(
    ctx,
    { complaintId: input.complaintId, can: 'complaints.react', step: 'confirm', by: 'resident' },
    async (w, row, to, now) => {
      await update(w, row.id, { status: to, closed_at: now, react_until: null });
      await record(w, { complaintId: row.id, at: now, kind: 'confirmed', who });
      await w.emit(complaintConfirmed, {
        complaintId: row.id,
        houseId: row.house_id,
        companyId: row.company_id,
        authorId: row.author_id,
      });
      if (input.grade !== undefined) await saveGrade(w, row, who, { grade: input.grade, comment: input.comment }, now);
    },
  );
}
