// The register of companies as a CSV that spreadsheets open: the same filters and order as the page, every row.
import { companyRegisterQuery } from '../../../domain/register-query.ts';
import { companyRegisterFile } from '../../../exports/register-file.server.ts';
import { read } from '../../../http.server.ts';

export const loader = read({ can: 'directory.read-register', query: companyRegisterQuery }, ({ ctx, query }) =>
  companyRegisterFile(ctx, query, 'csv'),
);
