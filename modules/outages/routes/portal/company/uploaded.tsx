// What a checked file would announce, and which lines it would not; one button announces.
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';
import { pageTitle } from '@zhkh/ui';
import { announceUpload } from '../../../commands/announce-upload.server.ts';
import { uploadParams } from '../../../domain/schemas.ts';
import { change, read } from '../../../http.server.ts';
import { uploadView } from '../../../queries/upload.server.ts';
import { UploadedPage } from '../../../ui/staff/uploaded-page.tsx';

export const meta = pageTitle;

function companyOf(ctx: Context): string {
  if (ctx.actor.kind !== 'staff') throw notFound();
  return ctx.actor.organisation.id;
}

export const loader = read({ can: 'outages.company', params: uploadParams }, async ({ ctx, params }) => {
  const upload = await uploadView(ctx, companyOf(ctx), params.uploadId);
  if (!upload) throw notFound();
  return { title: ctx.t('outages:upload.checked'), upload };
});

export const action = change({ can: 'outages.company', params: uploadParams }, async ({ ctx, params }) => {
  await announceUpload(ctx, companyOf(ctx), params.uploadId);
  throw redirect(`/company/outages/upload/${params.uploadId}`);
});

export default function Uploaded() {
  return <UploadedPage upload={useLoaderData<typeof loader>().upload} />;
}
