// Stores of passwords and second factors: the same tables in a region and in the control plane.
import type { Kysely } from 'kysely';
import type { ControlTables, TenantTables } from '../db/tables/index.server.ts';
import type { Context } from '../module/context.server.ts';
import type { AuthRuntime } from './auth-runtime.server.ts';
import type { CredentialDb } from '../db/tables/auth.server.ts';

/** Narrows a connection to the credential tables. Both table sets contain them; TypeScript can not compare whole Kysely types. */
export function credentialsOf(db: Kysely<TenantTables> | Kysely<ControlTables>): CredentialDb {
  return db as unknown as CredentialDb;
}

export interface CredentialStore {
  db: CredentialDb;
  write<T>(work: (db: CredentialDb) => Promise<T>): Promise<T>;
  now(): Date;
  secrets: AuthRuntime['config']['secrets'];
}

export function regionStore(ctx: Pick<Context, 'db' | 'write' | 'clock'>, runtime: AuthRuntime): CredentialStore {
  return {
    db: credentialsOf(ctx.db),
    write: (work) => ctx.write((w) => work(credentialsOf(w.db))),
    now: () => ctx.clock.now(),
    secrets: runtime.config.secrets,
  };
}

export function controlStore(runtime: AuthRuntime): CredentialStore {
  return {
    db: credentialsOf(runtime.control),
    write: (work) => runtime.control.transaction().execute((db) => work(credentialsOf(db))),
    now: () => runtime.clock.now(),
    secrets: runtime.config.secrets,
  };
}
