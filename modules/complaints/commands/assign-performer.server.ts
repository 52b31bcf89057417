// An employee names who does the work.
import type { Context } from '@zhkh/kernel/module.server';
import { changeComplaint, update } from '../core/change.server.ts';
import { record, whoIs } from '../core/trail.server.ts';

export async function assignPerformer(ctx: Context, input: { complaintId: string; performer: string }): Promise<void> {
  const who = await whoIs(ctx);
  await changeComplaint(
    ctx,
    { complaintId: input.complaintId, can: 'complaints.respond', step: 'assign', by: 'company' },
    async (w, row, to, now) => {
      await update(w, row.id, { status: to, performer: input.performer });
      await record(w, { complaintId: row.id, at: now, kind: 'assigned', who, detail: { performer: input.performer } });
    },
  );
}
