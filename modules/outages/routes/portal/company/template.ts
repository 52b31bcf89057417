// The template of a CSV of outages: header and a sample row that is taken as it is but for its house.
import { csvOf, download } from '@zhkh/kernel/export.server';
import { reportColumns } from '../../../connectors/columns.ts';
import { read } from '../../../http.server.ts';

export const loader = read({ can: 'outages.company' }, async () => {
  const rows = [reportColumns.map((column) => column.name), reportColumns.map((column) => column.sample)];
  return download('outages-template', 'csv', csvOf(rows));
});
