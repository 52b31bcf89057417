// The tables a region's connection sees. Each module adds its own by declaration merging in its generated `db.ts`,
// so code that does not import a neighbour's internals cannot even name its tables.
// The platform's own tables are part of every program that sees any.
import type { Kysely, Transaction } from 'kysely';
import type {} from './kernel.server.ts';
import type {} from './control.server.ts';
import type {} from './auth.server.ts';
import type {} from './files.server.ts';
import type {} from './notify.server.ts';
import type {} from './sealed-log.server.ts';

// biome-ignore lint/suspicious/noEmptyInterface: filled by `declare module` in each owner of tables
export interface TenantTables {}

/** The control plane's tables (schema `platform`); regions see none of them. */
// biome-ignore lint/suspicious/noEmptyInterface: filled in control.server.ts
export interface ControlTables {}

export type TenantDb = Kysely<TenantTables>;
export type TenantTransaction = Transaction<TenantTables>;
