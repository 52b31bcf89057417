// The register as a CSV that spreadsheets open: the same filters, every page.
import { registerQuery } from '../../../domain/schemas.ts';
import { loader as read } from '../../../http.server.ts';
import { houseRegisterRows } from '../../../queries/house-register.server.ts';
import { csv } from '../../../queries/csv.server.ts';

export const loader = read({ can: 'directory.read-register', query: registerQuery }, async ({ ctx, query }) => {
  const rows = await houseRegisterRows(ctx, query);
  const word = (key: string) => ctx.t(`directory:${key}`);
  const head = ['register.address', 'register.company', 'register.area', 'facts.flats', 'register.state'].map(word);
  const body = rows.map((row) => [
    row.address,
    row.company ?? word('manager.nobody'),
    row.total_area?.toFixed(2).replace('.', ',') ?? '',
    row.flats ?? '',
    word(`status.${row.status}`),
  ]);
  await ctx.write((w) => w.audit('directory.export-register', { type: 'house', id: ctx.tenant.id }, { rows: rows.length }));
  return csv('houses.csv', [head, ...body]);
});
