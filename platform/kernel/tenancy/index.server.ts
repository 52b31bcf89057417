// Door of tenancy: regions, their places in the database, provisioning, migrations, the proof of isolation.
export { bootstrap } from './bootstrap.server.ts';
export { checkIsolation, type ForeignPrivilege, type IsolationReport } from './check-isolation.server.ts';
export { type Drift, findDrift } from './find-drift.server.ts';
export { type BrokenInvariant, brokenInvariants } from './invariants.server.ts';
export { migrateAllRegions } from './migrate-all.server.ts';
export { migrateRegions, type MigrationReport, readHistories } from './migrate-regions.server.ts';
export { offerModules } from './offer-modules.server.ts';
export { openOwnerAccess, type OwnerAccess } from './owner-access.server.ts';
export { openControl } from './open-control.server.ts';
export { provisionRegion, recordRegion } from './provision.server.ts';
export { regionAddress } from './region-address.server.ts';
export type { Readiness } from './readiness.server.ts';
export { newRegion, type NewRegion, provisionSteps, requestProvision, resumeProvision } from './request-provision.server.ts';
export type { TenantResolver } from './resolve-tenant.server.ts';
export type { Tenant, TenantBrand, TenantState } from './tenant.ts';
export { readPlatformMigrations, readTenantMigrations } from '../db/migrate/read-migrations.server.ts';
export { runIsolationCheck } from './run-isolation-check.server.ts';
export { setTenantState } from './tenant-state.server.ts';
