// One complaint for its author: the receipt, then status, dates, answers, the author's move and the trail.
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { PageHandle } from '@zhkh/ui';
import { pageTitle } from '@zhkh/ui';
import { z } from 'zod';
import { addNote } from '../../../commands/add-note.server.ts';
import { confirmOutcome } from '../../../commands/confirm-outcome.server.ts';
import { rateComplaint } from '../../../commands/rate-complaint.server.ts';
import { refuteOutcome } from '../../../commands/refute-outcome.server.ts';
import { withdrawComplaint } from '../../../commands/withdraw-complaint.server.ts';
import { confirmForm, noteForm, rateForm, refuteForm, withdrawForm } from '../../../domain/schemas.ts';
import { change, read } from '../../../http.server.ts';
import { complaintView } from '../../../queries/complaint-view.server.ts';
import { ComplaintPage } from '../../../ui/complaint-page.tsx';
import { ReceiptPage } from '../../../ui/receipt-page.tsx';

const params = z.strictObject({ complaintId: z.uuid() });
const query = z.strictObject({ receipt: z.literal('1').optional() });

export const handle: PageHandle = { chrome: 'detail' };
export const meta = pageTitle;

export const loader = read(
  { can: 'complaints.read-own', params, query },
  async ({ ctx, params: { complaintId }, query: { receipt } }) => {
    const complaint = await complaintView(ctx, complaintId);
    return {
      title: ctx.t('complaints:one.title', { number: complaint.number }),
      complaint,
      receipt: receipt === '1',
      origin: ctx.origin,
    };
  },
);

const form = { confirm: confirmForm, refute: refuteForm, rate: rateForm, withdraw: withdrawForm, note: noteForm };

export const action = change(
  { can: 'complaints.react', params, query, form },
  async ({ ctx, params: { complaintId }, form: given }) => {
    switch (given.intent) {
      case 'confirm':
        await confirmOutcome(ctx, { complaintId, grade: given.grade, comment: given.comment });
        break;
      case 'refute':
        await refuteOutcome(ctx, { complaintId, reason: given.reason });
        break;
      case 'rate':
        await rateComplaint(ctx, { complaintId, grade: given.grade, comment: given.comment });
        break;
      case 'withdraw':
        await withdrawComplaint(ctx, { complaintId });
        break;
      case 'note':
        await addNote(ctx, { complaintId, body: given.body, internal: false });
    }
    throw redirect(`/complaints/${complaintId}`);
  },
);

export default function ComplaintRoute() {
  const { complaint, receipt, origin } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return receipt ? <ReceiptPage complaint={complaint} origin={origin} /> : <ComplaintPage complaint={complaint} state={state} />;
}
