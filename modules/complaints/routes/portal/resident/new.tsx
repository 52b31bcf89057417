// A new complaint in steps: house, topic, description, check. Every step is a URL, also without JavaScript.
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { savePhotos } from '@zhkh/kernel/http.server';
import { newIdempotencyKey } from '@zhkh/kernel/http.server';
import type { PageHandle } from '@zhkh/ui';
import { pageTitle } from '@zhkh/ui';
import { z } from 'zod';
import { fileComplaint } from '../../../commands/file-complaint.server.ts';
import { saveDraft } from '../../../commands/save-draft.server.ts';
import { waitingPhotos } from '../../../views/waiting-photos.server.ts';
import { photoRef } from '../../../domain/photo-ref.ts';
import { MAX_PHOTOS } from '../../../domain/limits.ts';
import { categoryCode, complaintFields, sendForm } from '../../../domain/schemas.ts';
import { change, read } from '../../../http.server.ts';
import { draftOf, newComplaint } from '../../../queries/new-complaint.server.ts';
import { complaintOfKey } from '../../../queries/receipt-of-key.server.ts';
import { NewComplaintPage } from '../../../ui/new/new-complaint-page.tsx';
import { newLink } from '../../../ui/new/new-link.ts';

const query = z.strictObject({
  house: z.uuid().optional(),
  address: z.string().max(300).optional(),
  hq: z.string().max(200).optional(),
  category: categoryCode.optional(),
  q: z.string().max(200).optional(),
  called: z.literal('1').optional(),
  key: z.uuid().optional(),
  step: z.enum(['what', 'describe', 'check', 'house']).optional(),
});

const draftForm = z.strictObject({
  idempotencyKey: z.uuid(),
  ...complaintFields,
  drop: z.array(z.uuid()).max(MAX_PHOTOS).optional(),
});

export const handle: PageHandle = { chrome: 'step' };
export const meta = pageTitle;

export const loader = read({ can: 'complaints.file', query }, async ({ ctx, query: asked }) => {
  const filed = asked.key && asked.step === 'check' ? await complaintOfKey(ctx, asked.key) : null;
  if (filed) throw redirect(`/complaints/${filed}?receipt=1`);
  return { title: ctx.t('complaints:new.title'), page: await newComplaint(ctx, asked) };
});

export const action = change(
  { can: 'complaints.file', query, form: { check: draftForm, send: sendForm }, files: { photos: { max: MAX_PHOTOS } } },
  async ({ ctx, query: asked, form, files, fileProblems }) => {
    if (form.intent === 'send') {
      const { intent: _, draft: kept, ...input } = form;
      const draft = kept && ctx.actor.kind === 'resident' ? await draftOf(ctx, ctx.actor.accountId, input.idempotencyKey) : null;
      const receipt = await fileComplaint(ctx, input, draft ? { photos: await waitingPhotos(ctx, draft.file_ids) } : undefined);
      throw redirect(`/complaints/${receipt.id}?receipt=1`);
    }
    const { intent: _, drop = [], ...input } = form;
    const key = (await complaintOfKey(ctx, input.idempotencyKey)) ? newIdempotencyKey() : input.idempotencyKey;
    const { saved, problems } = await savePhotos(ctx, files.photos, { purpose: 'complaints.complaint' });
    await saveDraft(ctx, { ...input, idempotencyKey: key }, saved.map(photoRef), drop);
    const refused = [...fileProblems, ...problems];
    if (refused.length > 0) {
      const values = { ...textOf(input), intent: 'check' };
      return data({ ok: false as const, errors: {}, values, fileProblems: refused }, { status: 422 });
    }
    throw redirect(newLink({ ...asked, ...placeQuery(input), category: input.category, key, step: 'check' }));
  },
);

const placeQuery = (input: { house?: string | undefined; typedAddress?: string | undefined }) => ({
  house: input.house,
  address: input.typedAddress,
});
const textOf = (input: { body: string; place: string; flat: string; contactName: string }) => ({
  body: input.body,
  place: input.place,
  flat: input.flat,
  contactName: input.contactName,
});

export default function NewComplaintRoute() {
  const { page } = useLoaderData<typeof loader>();
  return <NewComplaintPage page={page} state={useActionData<typeof action>()} />;
}
