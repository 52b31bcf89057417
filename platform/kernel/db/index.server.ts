// Door of the database kernel: ids, JSON binding, table types, refusals of PostgreSQL.
export { type BulkSql, openBulkSql } from './bulk.server.ts';
export { fixedQuery } from './fixed-query.server.ts';
export { ident } from './admin.server.ts';
export { newId } from './ids.ts';
export { jsonb } from './json.server.ts';
export { forgetKept, keptFor } from './kept.server.ts';
export { faultOf, toAppError, violated } from './pg-errors.server.ts';
export type { ControlTables, TenantTables } from './tables/index.server.ts';
