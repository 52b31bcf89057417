// Creates a region in steps that can be run again: each is recorded, a crash resumes at it.
import type { Config } from '../config/config.ts';
import { readTenantMigrations } from '../db/migrate/read-migrations.server.ts';
import { checkIsolation } from './check-isolation.server.ts';
import { migrateRegions } from './migrate-regions.server.ts';
import { roleOf } from './names.ts';
import { openControl } from './open-control.server.ts';
import type { OwnerAccess } from './owner-access.server.ts';
import { type NewRegion, newRegion, type provisionSteps, requestProvision } from './request-provision.server.ts';
import { ensureRegionLogin, ensureRegionSchema } from './region-schema.server.ts';

interface Region {
  id: string;
  slug: string;
  schema: string;
  role: string;
}

interface StepScope {
  access: OwnerAccess;
  config: Config;
  region: Region;
  /** Fills the region with what its modules need to work: catalogues, norms. */
  reference(region: Region): Promise<void>;
}

type Step = (scope: StepScope) => Promise<void>;

const STEPS: Record<(typeof provisionSteps)[number], Step> = {
  record: async ({ access, config, region }) => {
    region.role = roleOf(config, region.slug);
    await access.migrator`update platform.tenant set role_name = ${region.role} where id = ${region.id}`;
  },
  login: ({ access, config, region }) => ensureRegionLogin(access, config, region),
  schema: ({ access, region }) => ensureRegionSchema(access, region),
  migrations: async ({ access, region }) => {
    const [report] = await migrateRegions(access.migrator, [region], readTenantMigrations(), 1);
    if (report?.error) throw new Error(report.error);
  },
  reference: ({ reference, region }) => reference(region),
  isolation: async ({ access }) => {
    const report = await checkIsolation(access.migrator);
    if (report.failures.length > 0) throw new Error(`foreign privileges: ${JSON.stringify(report.failures.slice(0, 5))}`);
  },
  active: async ({ access, region }) => {
    await access.migrator`update platform.tenant set state = 'active', activated_at = coalesce(activated_at, now())
      where id = ${region.id} and state = 'provisioning'`;
  },
};

/** Writes down what is wanted by the owner's hand: used by the CLI, which must work before any process runs. */
export async function recordRegion(access: OwnerAccess, config: Config, input: NewRegion): Promise<void> {
  const wanted = newRegion.parse(input);
  const [known] = await access.migrator`select 1 from platform.tenant where slug = ${wanted.slug}`;
  if (known) return;
  const control = openControl(config);
  try {
    await requestProvision(control.db, wanted);
  } finally {
    await control.close();
  }
}

async function runStep(scope: StepScope, step: string, work: Step): Promise<void> {
  const sql = scope.access.migrator;
  const { id } = scope.region;
  await sql`update platform.provision_step set state = 'running', tries = tries + 1, started_at = now(), finished_at = null, error = null
    where tenant_id = ${id} and step = ${step}`;
  try {
    await work(scope);
  } catch (error) {
    const reason = (error as Error).message.slice(0, 500);
    await sql`update platform.provision_step set state = 'failed', finished_at = now(), error = ${reason} where tenant_id = ${id} and step = ${step}`;
    throw error;
  }
  await sql`update platform.provision_step set state = 'done', finished_at = now() where tenant_id = ${id} and step = ${step}`;
}

/** One process at a time works on a region; the lock goes with the connection, so a crash frees it. */
async function holdRegion({ owner }: OwnerAccess, slug: string): Promise<() => Promise<void>> {
  const [lock] = await owner`select pg_try_advisory_lock(hashtext(${`provision ${slug}`})) as mine`;
  if (lock?.['mine'] !== true) throw new Error(`Region ${slug} is being brought up by another process`);
  return async () => {
    await owner`select pg_advisory_unlock(hashtext(${`provision ${slug}`}))`;
  };
}

export interface ProvisionOptions {
  reference?(region: Region): Promise<void>;
  onStep?(step: string, milliseconds: number): void;
}

/** Runs what is not done yet. Safe to call at any time, also for a region that is active. */
export async function provisionRegion(
  access: OwnerAccess,
  config: Config,
  slug: string,
  options: ProvisionOptions = {},
): Promise<void> {
  const release = await holdRegion(access, slug);
  try {
    await runSteps(access, config, slug, options);
  } finally {
    await release();
  }
}

async function runSteps(access: OwnerAccess, config: Config, slug: string, options: ProvisionOptions): Promise<void> {
  const sql = access.migrator;
  const [region] = await sql<Region[]>`
    select id, slug, schema_name as schema, role_name as role from platform.tenant where slug = ${slug}`;
  if (!region) throw new Error(`No region ${slug} is recorded`);
  const done = await sql<{ step: string }[]>`
    select step from platform.provision_step where tenant_id = ${region.id} and state = 'done'`;
  const scope: StepScope = { access, config, region, reference: options.reference ?? (async () => undefined) };
  for (const [step, work] of Object.entries(STEPS)) {
    if (done.some((row) => row.step === step)) continue;
    const started = performance.now();
    await runStep(scope, step, work);
    options.onStep?.(step, performance.now() - started);
  }
}
