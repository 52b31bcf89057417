// Brings up a region in steps that can be run again: each is recorded with its times, a crash at any of them resumes there.
import { z } from 'zod';
import type { Config } from '../config/config.ts';
import { newId } from '../db/ids.ts';
import { readTenantMigrations } from '../db/migrate/read-migrations.server.ts';
import { checkIsolation } from './check-isolation.server.ts';
import { migrateRegions } from './migrate-regions.server.ts';
import { roleOf, schemaOf } from './names.ts';
import type { OwnerAccess } from './owner-access.server.ts';
import { ensureRegionLogin, ensureRegionSchema } from './region-schema.server.ts';

export const newRegion = z.strictObject({
  slug: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  name: z.string().min(2).max(120),
  nameEn: z.string().min(2).max(120),
  subjectCode: z.string().regex(/^\d{2,3}$/),
  timeZone: z.string().min(3).max(60),
  brand: z.strictObject({
    hue: z.number().min(0).max(360),
    chroma: z.number().min(0).max(0.13),
    logoFileKey: z.string().nullable(),
  }),
  hosts: z
    .array(z.string().regex(/^[a-z0-9.-]+(:\d+)?$/))
    .min(1)
    .max(10),
  plan: z.string().max(40),
  /** Modules switched on from the start. */
  modules: z.array(z.string().max(40)).max(50),
});

export type NewRegion = z.infer<typeof newRegion>;

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

const STEPS: Record<string, Step> = {
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

export const provisionSteps: readonly string[] = ['record', ...Object.keys(STEPS)];

/** Writes down what is wanted: the region, its hosts, its switches. From here on everything can be resumed by slug alone. */
export async function recordRegion(access: OwnerAccess, config: Config, input: NewRegion): Promise<void> {
  const wanted = newRegion.parse(input);
  await access.migrator.begin(async (tx) => {
    const [known] = await tx`select id from platform.tenant where slug = ${wanted.slug}`;
    if (known) return;
    const id = newId();
    const { slug, name, nameEn, subjectCode, timeZone, plan } = wanted;
    await tx`insert into platform.tenant
      (id, slug, name, name_en, subject_code, state, schema_name, role_name, time_zone, brand, plan, created_at)
      values (${id}, ${slug}, ${name}, ${nameEn}, ${subjectCode}, 'provisioning', ${schemaOf(slug)}, ${roleOf(config, slug)},
        ${timeZone}, ${JSON.stringify(wanted.brand)}::text::jsonb, ${plan}, now())`;
    for (const [position, host] of wanted.hosts.entries()) {
      await tx`insert into platform.tenant_host (host, tenant_id, position) values (${host}, ${id}, ${position})`;
    }
    for (const module of wanted.modules) {
      await tx`insert into platform.module_flag (tenant_id, module, is_on, changed_at) values (${id}, ${module}, true, now())`;
    }
    for (const step of provisionSteps) {
      const done = step === 'record';
      await tx`insert into platform.provision_step (tenant_id, step, state, tries, started_at, finished_at)
        values (${id}, ${step}, ${done ? 'done' : 'waiting'}, ${done ? 1 : 0}, ${done ? new Date() : null}, ${done ? new Date() : null})`;
    }
  });
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
  const sql = access.migrator;
  const [region] = await sql<
    Region[]
  >`select id, slug, schema_name as schema, role_name as role from platform.tenant where slug = ${slug}`;
  if (!region) throw new Error(`No region ${slug} is recorded`);
  const rows = await sql<
    { step: string }[]
  >`select step from platform.provision_step where tenant_id = ${region.id} and state = 'done'`;
  const done = new Set(rows.map((row) => row.step));
  const scope: StepScope = { access, config, region, reference: options.reference ?? (async () => undefined) };
  for (const [step, work] of Object.entries(STEPS)) {
    if (done.has(step)) continue;
    const started = performance.now();
    await runStep(scope, step, work);
    options.onStep?.(step, performance.now() - started);
  }
}
