// The filtered list as a CSV file.
import { authorityQuery } from '../../../domain/inbox-query.ts';
import { read } from '../../../http.server.ts';
import { authorityExport } from '../../../queries/authority-export.server.ts';

export const loader = read({ can: 'complaints.oversee', query: authorityQuery }, async ({ ctx, query }) => {
  const headers = {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="complaints.csv"',
    'Cache-Control': 'no-store',
  };
  return new Response(await authorityExport(ctx, query), { headers });
});
