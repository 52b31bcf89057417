// Rows an import refused, as a CSV: line, field, reason, the raw text.
import { importParams } from '../../domain/schemas.ts';
import { loader as read } from '../../http.server.ts';
import { csv } from '../../queries/csv.server.ts';
import { failedRows } from '../../queries/imports.server.ts';

export const loader = read({ can: 'imports.manage', params: importParams }, async ({ ctx, params }) => {
  const rows = await failedRows(ctx, params.importId);
  return csv('failed-rows.csv', [
    ['file', 'line', 'field', 'reason', 'raw'],
    ...rows.map((row) => [row.entry ?? '', row.line, row.field, row.reason, row.raw]),
  ]);
});
