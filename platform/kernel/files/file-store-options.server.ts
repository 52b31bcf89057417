// What a region's file store is made of.
import type { Logger } from 'pino';
import type { Actor } from '../module/actor.ts';
import type { TenantDb } from '../module/context.server.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import type { Clock } from '../time/clock.ts';

export interface FileStoreOptions {
  /** Folder of all regions' files (`config.filesDir`). */
  root: string;
  tenant: Pick<Tenant, 'slug'>;
  actor: Actor;
  db: TenantDb;
  clock: Clock;
  log: Logger;
}

export const accountOf = (actor: Actor): string | null => ('accountId' in actor ? actor.accountId : null);
