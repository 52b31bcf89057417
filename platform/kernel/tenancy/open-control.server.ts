// The control plane alone, for commands that need no region: a pool of two, closed by the caller.
import type { Kysely } from 'kysely';
import type { Config } from '../config/config.ts';
import { openConnection } from '../db/connection.server.ts';
import { databaseOf } from '../db/dialect.server.ts';
import { createPool } from '../db/pool.server.ts';
import type { ControlTables } from '../db/tables/index.server.ts';
import { controlLogin } from './names.ts';

export function openControl(config: Config): { db: Kysely<ControlTables>; close(): Promise<void> } {
  const limits = { budget: 2, perLogin: 2, waitMs: 5000, idleMs: 10_000, lifetimeMs: 600_000 };
  const pool = createPool(limits, (login) => openConnection(config.database.url, login, 'zhkh control'));
  return { db: databaseOf<ControlTables>(pool, controlLogin(config)), close: () => pool.close() };
}
