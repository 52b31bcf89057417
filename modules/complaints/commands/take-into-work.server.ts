// An employee takes a complaint into work, or names another performer.
import type { Context } from '@zhkh/kernel/module.server';
import { changeComplaint, update } from '../core/change.server.ts';
import { record, whoIs } from '../core/trail.server.ts';
import { reference } from '../core/reference.server.ts';

/** The first reaction also stops the answer clock where the norm says so (emergency service). */
export async function takeIntoWork(ctx: Context, input: { complaintId: string; performer: string }): Promise<void> {
  const [who, known] = await Promise.all([whoIs(ctx), reference(ctx)]);
  await changeComplaint(
    ctx,
    { complaintId: input.complaintId, can: 'complaints.respond', step: 'take', by: 'company' },
    async (w, row, to, now) => {
      const stops = known.norm(row.answer_norm_id)?.stopsAt === 'reaction' && !row.answer_stopped_at;
      const performer = input.performer || who.label;
      await update(w, row.id, {
        status: to,
        performer,
        opened_at: row.opened_at ?? now,
        ...(stops && { answer_stopped_at: now }),
      });
      await record(w, { complaintId: row.id, at: now, kind: 'taken', who, detail: { performer } });
    },
  );
}
