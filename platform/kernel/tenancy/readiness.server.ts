// Whether this process can serve: the control plane answers and every region has all migrations.
import type { Kysely } from 'kysely';
import { digestOf, readTenantMigrations } from '../db/migrate/read-migrations.server.ts';
import type { ControlTables } from '../db/tables/index.server.ts';

export interface Readiness {
  ok: boolean;
  problems: readonly string[];
}

/** A region that lags does not take the others down: it is named, and only the control plane decides `ok`. */
export function createReadiness(control: Kysely<ControlTables>): () => Promise<Readiness> {
  let digest: string | null = null;
  return async () => {
    try {
      digest ??= digestOf(readTenantMigrations());
      const regions = await control
        .selectFrom('tenant')
        .select(['slug', 'schema_digest'])
        .where('state', '=', 'active')
        .execute();
      const lagging = regions.filter((region) => region.schema_digest !== digest).map((region) => region.slug);
      return { ok: true, problems: lagging.map((slug) => `region ${slug} lacks migrations`) };
    } catch {
      return { ok: false, problems: ['control plane does not answer'] };
    }
  };
}
