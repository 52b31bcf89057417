// The filtered list as a CSV file.
import { download } from '@zhkh/kernel/export.server';
import { listQuery } from '../../../domain/list-query.ts';
import { read } from '../../../http.server.ts';
import { outageExport } from '../../../queries/outage-export.server.ts';

export const loader = read({ can: 'outages.oversee', query: listQuery }, async ({ ctx, query }) =>
  download('outages', 'csv', await outageExport(ctx, query)),
);
