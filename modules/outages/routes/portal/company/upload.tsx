// CSV of outages: template, help per column, file.
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { invalid, notFound } from '@zhkh/kernel/errors';
import { pageTitle } from '@zhkh/ui';
import { checkUpload } from '../../../commands/check-upload.server.ts';
import { reportColumns } from '../../../connectors/columns.ts';
import { change, read } from '../../../http.server.ts';
import { UploadPage } from '../../../ui/staff/upload-page.tsx';

const MAX_BYTES = 2_000_000;

export const meta = pageTitle;

export const loader = read({ can: 'outages.company' }, async ({ ctx }) => ({
  title: ctx.t('outages:upload.title'),
  columns: reportColumns.map(({ name, need = false, sample }) => ({
    name,
    need,
    sample,
    help: ctx.t(`outages:columns.${name}`),
  })),
}));

export const action = change(
  { can: 'outages.company', files: { file: { max: 1, maxBytes: MAX_BYTES } } },
  async ({ ctx, files }) => {
    if (ctx.actor.kind !== 'staff') throw notFound();
    const [file] = files.file;
    if (!file || file.size === 0) throw invalid('outages.no-file', { fields: { file: { key: 'outages:errors.no-file' } } });
    const upload = { fileName: file.fileName, bytes: await file.bytes() };
    throw redirect(`/company/outages/upload/${await checkUpload(ctx, ctx.actor.organisation.id, upload)}`);
  },
);

export default function Upload() {
  const { columns } = useLoaderData<typeof loader>();
  return <UploadPage columns={columns} state={useActionData<typeof action>()} />;
}
