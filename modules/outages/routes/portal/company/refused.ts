// Lines a file would not announce, as CSV: line, field, reason, the line as it came.
import { notFound } from '@zhkh/kernel/errors';
import { csvOf, download } from '@zhkh/kernel/export.server';
import { uploadParams } from '../../../domain/schemas.ts';
import { read } from '../../../http.server.ts';
import { uploadView } from '../../../queries/upload.server.ts';

export const loader = read({ can: 'outages.company', params: uploadParams }, async ({ ctx, params }) => {
  if (ctx.actor.kind !== 'staff') throw notFound();
  const upload = await uploadView(ctx, ctx.actor.organisation.id, params.uploadId);
  if (!upload) throw notFound();
  const head = ['line', 'field', 'reason', 'raw'].map((key) => ctx.t(`outages:upload.col.${key}`));
  const rows = upload.refused.map((row) => [String(row.line), row.field, row.reason, row.raw]);
  return download('refused', 'csv', csvOf([head, ...rows]));
});
