// Houses for the letters typed so far: the address and who manages it, as JSON for the search field.
import { suggestQuery } from '../../../domain/schemas.ts';
import { read } from '../../../http.server.ts';
import { suggestHouses } from '../../../queries/address-search/suggest-houses.server.ts';

export const loader = read({ can: 'public', query: suggestQuery }, async ({ ctx, query }) =>
  Response.json({ hits: await suggestHouses(ctx, query.q) }, { headers: { 'Cache-Control': 'no-store' } }),
);
