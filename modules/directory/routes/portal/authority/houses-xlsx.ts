// The register of houses as a workbook: the same filters and order as the page, every row.
import { registerQuery } from '../../../domain/register-query.ts';
import { houseRegisterFile } from '../../../exports/register-file.server.ts';
import { read } from '../../../http.server.ts';

export const loader = read({ can: 'directory.read-register', query: registerQuery }, ({ ctx, query }) =>
  houseRegisterFile(ctx, query, 'xlsx'),
);
