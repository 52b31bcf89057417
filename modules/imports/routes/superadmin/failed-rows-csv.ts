// Rows an import refused, as a CSV: line, field, reason, the raw text.
import { csvOf, download } from '@zhkh/kernel/export.server';
import { importParams } from '../../domain/schemas.ts';
import { read } from '../../http.server.ts';
import { failedRows } from '../../queries/imports.server.ts';

export const loader = read({ can: 'imports.manage', params: importParams }, async ({ ctx, params }) => {
  const rows = await failedRows(ctx, params.importId);
  const head = ['file', 'line', 'field', 'reason', 'raw'];
  const body = rows.map((row) => [row.entry, row.line, row.field, row.reason, row.raw]);
  return download('failed-rows', 'csv', csvOf([head, ...body]));
});
