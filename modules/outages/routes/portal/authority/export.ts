// The filtered list as a CSV file.
import { csvHeaders } from '../../../domain/csv.ts';
import { listQuery } from '../../../domain/list-query.ts';
import { read } from '../../../http.server.ts';
import { outageExport } from '../../../queries/outage-export.server.ts';

export const loader = read(
  { can: 'outages.oversee', query: listQuery },
  async ({ ctx, query }) => new Response(await outageExport(ctx, query), { headers: csvHeaders('outages.csv') }),
);
