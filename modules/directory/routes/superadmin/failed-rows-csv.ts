// Rows an import refused, as a CSV: line, field, reason, the raw text.
import { failedParams } from '../../domain/schemas.ts';
import { read } from '../../http.server.ts';
import { csv } from '../../queries/csv.server.ts';
import { failedRows } from '../../queries/imports.server.ts';

export const loader = read({ can: 'directory.import', params: failedParams }, async ({ ctx, params }) => {
  const rows = await failedRows(ctx, params.importId);
  return csv('failed-rows.csv', [
    ['file', 'line', 'field', 'reason', 'raw'],
    ...rows.map((row) => [row.entry ?? '', row.line, row.field, row.reason, row.raw]),
  ]);
});
