// The resident grades how the company worked: 1–5 and words, once per complaint, changeable.
import type { Context } from '@zhkh/kernel/module.server';
import { changeComplaint } from '../core/change.server.ts';
import { saveGrade } from '../core/grade.server.ts';
import { whoIs } from '../core/trail.server.ts';

export async function rateComplaint(ctx: Context, input: { complaintId: string; grade: number; comment: string }): Promise<void> {
  const who = await whoIs(ctx);
  await changeComplaint(
    ctx,
    { complaintId: input.complaintId, can: 'complaints.react', step: 'rate', by: 'resident' },
    (w, row, _to, now) => saveGrade(w, row, who, { grade: input.grade, comment: input.comment }, now),
  );
}
