// Either side adds words to the trail; an employee's or official's note may stay inside the organisation.
import type { Context } from '@zhkh/kernel/module.server';
import { changeComplaint } from '../core/change.server.ts';
import { record, whoIs } from '../core/trail.server.ts';

export async function addNote(ctx: Context, input: { complaintId: string; body: string; internal: boolean }): Promise<void> {
  const who = await whoIs(ctx);
  if (who.kind === 'system') return;
  const can = { resident: 'complaints.react', company: 'complaints.respond', authority: 'complaints.resolve' }[who.kind];
  await changeComplaint(ctx, { complaintId: input.complaintId, can, step: 'note', by: who.kind }, async (w, row, _to, now) => {
    const internal = input.internal && who.kind !== 'resident';
    await record(w, { complaintId: row.id, at: now, kind: 'noted', who, internal, detail: { text: input.body } });
  });
}
