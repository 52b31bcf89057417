// One complaint for an official: everything both sides see, and what only the authority may do.
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { directory } from '@zhkh/directory';
import { savePhotos } from '@zhkh/kernel/http.server';
import { pageTitle } from '@zhkh/ui';
import { z } from 'zod';
import { addNote } from '../../../commands/add-note.server.ts';
import { addressComplaint } from '../../../commands/address-complaint.server.ts';
import { answerComplaint } from '../../../commands/answer-complaint.server.ts';
import { recordCall } from '../../../commands/record-call.server.ts';
import { photoRef } from '../../../domain/photo-ref.ts';
import { MAX_PHOTOS } from '../../../domain/limits.ts';
import { addressForm, answerForm, callForm, noteForm } from '../../../domain/schemas.ts';
import { change, read } from '../../../http.server.ts';
import { complaintView } from '../../../queries/complaint-view.server.ts';
import { AuthorityComplaintPage } from '../../../ui/staff/authority-complaint-page.tsx';

const params = z.strictObject({ complaintId: z.uuid() });
const query = z.strictObject({ hq: z.string().max(200).optional() });

export const meta = pageTitle;

export const loader = read(
  { can: 'complaints.oversee', params, query },
  async ({ ctx, params: { complaintId }, query: { hq } }) => {
    const complaint = await complaintView(ctx, complaintId);
    const asked = hq ?? (complaint.can.address ? complaint.address : '');
    const hits = complaint.can.address && asked ? await ctx.service(directory).findHouses(asked, 6) : [];
    return { title: ctx.t('complaints:one.title', { number: complaint.number }), complaint, asked, hits };
  },
);

const form = { address: addressForm, answer: answerForm, call: callForm, note: noteForm };

export const action = change(
  { can: 'complaints.resolve', params, query, form, files: { photos: { max: MAX_PHOTOS } } },
  async ({ ctx, params: { complaintId }, form: given, files, fileProblems }) => {
    if (given.intent === 'address') await addressComplaint(ctx, { complaintId, house: given.house });
    if (given.intent === 'call') await recordCall(ctx, { complaintId, outcome: given.outcome });
    if (given.intent === 'note') await addNote(ctx, { complaintId, body: given.body, internal: given.internal === 'yes' });
    if (given.intent === 'answer') {
      const { saved, problems } = await savePhotos(ctx, files.photos, { purpose: 'complaints.answer' });
      const refused = [...fileProblems, ...problems];
      if (refused.length > 0) {
        const values = { body: given.body, intent: 'answer' };
        return data({ ok: false as const, errors: {}, values, fileProblems: refused }, { status: 422 });
      }
      await answerComplaint(ctx, { complaintId, body: given.body, photos: saved.map(photoRef) });
    }
    throw redirect(`/authority/complaints/${complaintId}`);
  },
);

export default function AuthorityComplaintRoute() {
  const { complaint, asked, hits } = useLoaderData<typeof loader>();
  return <AuthorityComplaintPage complaint={complaint} asked={asked} hits={hits} state={useActionData<typeof action>()} />;
}
