// A complaint beside the inbox: take, answer, hand over, note. The opened page posts that it was seen.
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { savePhotos } from '@zhkh/kernel/http.server';
import { pageTitle } from '@zhkh/ui';
import { z } from 'zod';
import { addNote } from '../../../commands/add-note.server.ts';
import { answerComplaint } from '../../../commands/answer-complaint.server.ts';
import { assignPerformer } from '../../../commands/assign-performer.server.ts';
import { markOpened } from '../../../commands/mark-opened.server.ts';
import { redirectComplaint } from '../../../commands/redirect-complaint.server.ts';
import { takeIntoWork } from '../../../commands/take-into-work.server.ts';
import { photoRef } from '../../../domain/photo-ref.ts';
import { inboxQuery } from '../../../domain/inbox-query.ts';
import { MAX_PHOTOS } from '../../../domain/limits.ts';
import { answerForm, assignForm, noteForm, openForm, redirectForm, takeForm } from '../../../domain/schemas.ts';
import { change, read } from '../../../http.server.ts';
import { companyInbox } from '../../../queries/company-inbox.server.ts';
import { complaintView } from '../../../queries/complaint-view.server.ts';
import { CompanyPane } from '../../../ui/staff/company-pane.tsx';
import { Inbox } from '../../../ui/staff/inbox.tsx';

const params = z.strictObject({ complaintId: z.uuid() });

export const meta = pageTitle;

export const loader = read(
  { can: 'complaints.inbox', params, query: inboxQuery },
  async ({ ctx, params: { complaintId }, query }) => {
    const [complaint, inbox] = await Promise.all([complaintView(ctx, complaintId), companyInbox(ctx, query)]);
    return { title: ctx.t('complaints:one.title', { number: complaint.number }), complaint, inbox, filter: query };
  },
);

const form = { open: openForm, take: takeForm, assign: assignForm, answer: answerForm, redirect: redirectForm, note: noteForm };

export const action = change(
  { can: 'complaints.respond', params, query: inboxQuery, form, files: { photos: { max: MAX_PHOTOS } } },
  async ({ ctx, params: { complaintId }, form: given, files, fileProblems, request }) => {
    const search = new URL(request.url).search;
    await markOpened(ctx, complaintId);
    if (given.intent === 'open') return null;
    if (given.intent === 'answer') {
      const { saved, problems } = await savePhotos(ctx, files.photos, { purpose: 'complaints.answer' });
      const refused = [...fileProblems, ...problems];
      if (refused.length > 0) {
        const values = { body: given.body, intent: 'answer' };
        return data({ ok: false as const, errors: {}, values, fileProblems: refused }, { status: 422 });
      }
      await answerComplaint(ctx, { complaintId, body: given.body, photos: saved.map(photoRef) });
    }
    if (given.intent === 'take') await takeIntoWork(ctx, { complaintId, performer: given.performer });
    if (given.intent === 'assign') await assignPerformer(ctx, { complaintId, performer: given.performer });
    if (given.intent === 'note') await addNote(ctx, { complaintId, body: given.body, internal: given.internal === 'yes' });
    if (given.intent === 'redirect') {
      await redirectComplaint(ctx, { complaintId, reason: given.reason });
      throw redirect(`/company/inbox${search}`);
    }
    throw redirect(`/company/inbox/${complaintId}${search}`);
  },
);

export default function CompanyComplaintRoute() {
  const { complaint, inbox, filter } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <Inbox
      filter={filter}
      inbox={inbox}
      current={complaint.id}
      pane={<CompanyPane key={complaint.id} complaint={complaint} state={state} />}
    />
  );
}
