// The tables a region's connection sees. Each module adds its own by declaration merging in its generated `db.ts`,
// so code that does not import a neighbour's internals cannot even name its tables.
// The platform's own tables are part of every program that sees any.
import type {} from './kernel-tables.server.ts';
import type {} from './control-tables.server.ts';
import type {} from '../auth/tables.server.ts';
import type {} from '../files/tables.server.ts';
import type {} from '../notify/tables.server.ts';

// biome-ignore lint/suspicious/noEmptyInterface: filled by `declare module` in each owner of tables
export interface TenantTables {}

/** The control plane's tables (schema `platform`); regions see none of them. */
// biome-ignore lint/suspicious/noEmptyInterface: filled in control-tables.server.ts
export interface ControlTables {}
