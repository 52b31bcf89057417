// Migrates every region that has a schema; one on its first steps gets its tables from provisioning.
import { readTenantMigrations } from '../db/migrate/read-migrations.server.ts';
import { type MigrationReport, migrateRegions, type RegionToMigrate } from './migrate-regions.server.ts';
import type { OwnerAccess } from './owner-access.server.ts';

export async function migrateAllRegions(access: OwnerAccess, parallel = 4): Promise<MigrationReport[]> {
  const regions = await access.migrator<RegionToMigrate[]>`
    select t.id, t.slug, t.schema_name as schema, t.role_name as role
    from platform.tenant t join pg_namespace n on n.nspname = t.schema_name
    where t.state <> 'archived' and t.schema_digest is not null order by t.slug`;
  if (regions.length === 0) return [];
  return await migrateRegions(access.migrator, regions, readTenantMigrations(), parallel);
}
