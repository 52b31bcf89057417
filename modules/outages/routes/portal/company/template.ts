// The template of a CSV of outages: header and a sample row that is taken as it is but for its house.
import { reportColumns } from '../../../connectors/columns.ts';
import { csvHeaders, csvOf } from '../../../domain/csv.ts';
import { read } from '../../../http.server.ts';

export const loader = read({ can: 'outages.company' }, async () => {
  const rows = [reportColumns.map((column) => column.name), reportColumns.map((column) => column.sample)];
  return new Response(csvOf(rows), { headers: csvHeaders('outages-template.csv') });
});
