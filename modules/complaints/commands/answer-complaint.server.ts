// A company (or, for its own queue, an authority) answers with words and photos; the resident is told.
import { authorityNameOf } from '@zhkh/kernel/auth.server';
import { newId } from '@zhkh/kernel/db.server';
import { forbidden } from '@zhkh/kernel/errors';
import type { Context, Write } from '@zhkh/kernel/module.server';
import { addDays, endOfDay, localDateOf } from '@zhkh/kernel/time';
import { complaintAnswered } from '../contract.ts';
import { type ComplaintRow, changeComplaint, readComplaint, update } from '../core/change.server.ts';
import { settingsOf } from '../core/clocks.server.ts';
import { attachPhotos } from '../core/photos.server.ts';
import type { PhotoRef } from '../domain/photo-ref.ts';
import { tellOfAnswer } from '../core/tell-resident.server.ts';
import { record, type Who, whoIs } from '../core/trail.server.ts';

export interface AnswerInput {
  complaintId: string;
  body: string;
  photos: readonly PhotoRef[];
}

export async function answerComplaint(ctx: Context, input: AnswerInput): Promise<void> {
  if (ctx.actor.kind !== 'staff') throw forbidden();
  const by = ctx.actor.organisation.kind;
  const can = by === 'company' ? 'complaints.respond' : 'complaints.resolve';
  const [who, settings, seen] = await Promise.all([whoIs(ctx), settingsOf(ctx), readComplaint(ctx, input.complaintId, can)]);
  const organisation = by === 'company' ? seen.company_name : await authorityNameOf(ctx.db, ctx.actor.organisation.id);
  await changeComplaint(ctx, { complaintId: input.complaintId, can, step: 'answer', by }, async (w, row, to, now) => {
    const reactUntil = endOfDay(addDays(localDateOf(now, row.time_zone), settings.reactDays), row.time_zone);
    const stopped = row.answer_stopped_at ?? now;
    const inTime = row.answer_due_at ? stopped < row.answer_due_at : null;
    await update(w, row.id, {
      status: to,
      answered_at: now,
      answer_stopped_at: stopped,
      repair_stopped_at: now,
      opened_at: row.opened_at ?? now,
      react_until: reactUntil,
    });
    await saveAnswer(ctx, w, { input, row, who, organisation, inTime, now });
    await w.emit(complaintAnswered, { complaintId: row.id, houseId: row.house_id, companyId: row.company_id, inTime });
    await tellOfAnswer(ctx, w, { ...row, react_until: reactUntil });
  });
}

interface Saved {
  input: AnswerInput;
  row: ComplaintRow;
  who: Who;
  organisation: string;
  inTime: boolean | null;
  now: Date;
}

async function saveAnswer(ctx: Context, w: Write, { input, row, who, organisation, inTime, now }: Saved): Promise<void> {
  const id = newId();
  const answer = { id, complaint_id: row.id, author_id: who.id ?? '', author_label: who.label, organisation_name: organisation };
  await w.db
    .insertInto('complaint_answer')
    .values({ ...answer, company_id: row.company_id, body: input.body, at: now, round: row.round, in_time: inTime })
    .execute();
  await attachPhotos(ctx, w, { complaintId: row.id, answerId: id, photos: input.photos, now });
  await record(w, {
    complaintId: row.id,
    at: now,
    kind: 'answered',
    who,
    detail: { inTime, photos: input.photos.length },
    normId: row.answer_norm_id,
  });
}
