// The timeline as a CSV that spreadsheets open: the same filters, every page.
import { csvOf, download } from '@zhkh/kernel/export.server';
import { changesQuery } from '../../../domain/schemas.ts';
import { read } from '../../../http.server.ts';
import { allChanges } from '../../../queries/changes.server.ts';

export const loader = read({ can: 'directory.read-register', query: changesQuery }, async ({ ctx, query }) => {
  const rows = await allChanges(ctx, query);
  const word = (key: string) => ctx.t(`directory:${key}`);
  const head = [
    'changes.on',
    'changes.subject',
    'changes.what',
    'changes.before',
    'changes.after',
    'changes.document',
    'source.title',
  ].map(word);
  const body = rows.map((row) => [
    row.on,
    row.subject,
    word(`history.fields.${row.field}`),
    row.before ?? '',
    row.after ?? '',
    row.document ?? '',
    row.source ? `${row.source.file}${row.source.line === null ? '' : `:${row.source.line}`}` : '',
  ]);
  await ctx.write((w) => w.audit('directory.export-changes', { type: 'house', id: ctx.tenant.id }, { rows: rows.length }));
  return download('changes', 'csv', csvOf([head, ...body]));
});
