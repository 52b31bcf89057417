// The filtered list as a CSV file.
import { download } from '@zhkh/kernel/export.server';
import { authorityQuery } from '../../../domain/inbox-query.ts';
import { read } from '../../../http.server.ts';
import { authorityExport } from '../../../queries/authority-export.server.ts';

export const loader = read({ can: 'complaints.oversee', query: authorityQuery }, async ({ ctx, query }) =>
  download('complaints', 'csv', await authorityExport(ctx, query)),
);
