// Databases of this process: one pool under one budget, a Kysely per login, made when first asked for.
import type { Kysely } from 'kysely';
import type { Config } from '../config/config.ts';
import { type Login, openConnection } from '../db/connection.server.ts';
import { databaseOf } from '../db/dialect.server.ts';
import { createPool, type Pool } from '../db/pool.server.ts';
import type { ControlTables, TenantTables } from '../db/tables/index.server.ts';
import { controlLogin, derivedLogin } from './names.ts';
import type { Tenant } from './tenant.ts';

export interface Databases {
  control: Kysely<ControlTables>;
  of(tenant: Pick<Tenant, 'role'>): Kysely<TenantTables>;
  pool: Pool;
  close(): Promise<void>;
}

export function createDatabases(config: Config, applicationName: string): Databases {
  const { database } = config;
  const limits = {
    budget: database.poolPerProcess,
    perLogin: database.poolPerRegion,
    waitMs: database.waitMs,
    idleMs: 60_000,
    // A backend's private cache only grows.
    lifetimeMs: 15 * 60_000,
  };
  const pool = createPool(limits, (login: Login) => openConnection(database.url, login, applicationName));
  const regions = new Map<string, Kysely<TenantTables>>();
  return {
    control: databaseOf<ControlTables>(pool, controlLogin(config)),
    of(tenant) {
      const known = regions.get(tenant.role);
      if (known) return known;
      const made = databaseOf<TenantTables>(pool, derivedLogin(config, tenant.role));
      regions.set(tenant.role, made);
      return made;
    },
    pool,
    close: () => pool.close(),
  };
}
