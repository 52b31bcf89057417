// Which region a host belongs to.
// An exact table kept in memory and renewed from the control plane; never a pattern.
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { ControlTables } from '../db/tables/index.server.ts';
import { loadTenants } from './load-tenants.server.ts';
import type { Tenant } from './tenant.ts';

export interface TenantResolver {
  /** By the exact `Host` of the request; undefined for a host nobody registered (421). Suspended regions are found: their state says so. */
  byHost(host: string): Promise<Tenant | undefined>;
  bySlug(slug: string): Promise<Tenant | undefined>;
  list(): Promise<readonly Tenant[]>;
  refresh(): Promise<void>;
}

const FRESH_MS = 2000;

export function createTenantResolver(control: Kysely<ControlTables>, log: Logger): TenantResolver {
  let tenants: readonly Tenant[] = [];
  let byHost = new Map<string, Tenant>();
  let loadedAt = Number.NEGATIVE_INFINITY;
  let loading: Promise<void> | null = null;

  async function load(): Promise<void> {
    tenants = await loadTenants(control);
    byHost = new Map(tenants.flatMap((tenant) => tenant.hosts.map((host) => [host, tenant] as const)));
    loadedAt = performance.now();
  }

  function reload(): Promise<void> {
    loading ??= load().finally(() => {
      loading = null;
    });
    return loading;
  }

  /** A known table is served while a newer one is on its way; without any table the caller waits. */
  async function fresh(): Promise<void> {
    if (performance.now() - loadedAt < FRESH_MS) return;
    if (loadedAt === Number.NEGATIVE_INFINITY) return await reload();
    loadedAt = performance.now();
    void reload().catch((error: unknown) => log.warn({ err: error }, 'regions could not be read again, the last known stay'));
  }

  return {
    async byHost(host) {
      await fresh();
      return byHost.get(host.toLowerCase());
    },
    async bySlug(slug) {
      await fresh();
      return tenants.find((tenant) => tenant.slug === slug);
    },
    async list() {
      await fresh();
      return tenants;
    },
    refresh: reload,
  };
}
