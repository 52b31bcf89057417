// Makes and fills the demo regions of the local mode once, and migrates them at every start.
import { type DemoLogin, seedDemoOperators } from '@zhkh/kernel/auth.server';
import type { Config } from '@zhkh/kernel/config.server';
import type { Runtime } from '@zhkh/kernel/runtime.server';
import { type OwnerAccess, openOwnerAccess, provisionRegion, recordRegion } from '@zhkh/kernel/tenancy.server';
import { demoRegions } from './demo-regions.ts';
import { type DemoSignIn, readSignIns, signInsOf, writeSignIns } from './demo-sign-ins.ts';
import { migrateAll } from './migrate-all.ts';
import { seedRegion } from './seed-region.ts';
import { withRuntime } from './with-runtime.ts';

type Say = (line: string) => void;

const DEMO_STEP = 'demo';

async function bringUp(access: OwnerAccess, config: Config, slug: string, say: Say): Promise<void> {
  const region = demoRegions.find((one) => one.slug === slug);
  if (!region) throw new Error(`No demo region is described for ${slug}: use create`);
  const host = `${slug}.${config.apps.portal.host}`;
  await recordRegion(access, config, { ...region, hosts: [host], plan: 'region-plus' });
  await moveHost(access, slug, host);
  await provisionRegion(access, config, slug, { onStep: (step, ms) => say(`${slug}: ${step} (${Math.round(ms)} ms)`) });
}

/** The local ports may differ from those of the last start. */
async function moveHost({ migrator }: OwnerAccess, slug: string, host: string): Promise<void> {
  await migrator`update platform.tenant_host h set host = ${host} from platform.tenant t
    where t.id = h.tenant_id and t.slug = ${slug} and h.position = 0 and h.host <> ${host}`;
}

async function isSeeded(runtime: Runtime, tenantId: string): Promise<boolean> {
  const step = await runtime.control
    .selectFrom('provision_step')
    .select('state')
    .where('tenant_id', '=', tenantId)
    .where('step', '=', DEMO_STEP)
    .executeTakeFirst();
  return step?.state === 'done';
}

async function markSeeded(runtime: Runtime, tenantId: string, started: Date): Promise<void> {
  const row = { state: 'done' as const, started_at: started, finished_at: new Date() };
  await runtime.control
    .insertInto('provision_step')
    .values({ tenant_id: tenantId, step: DEMO_STEP, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'step']).doUpdateSet(row))
    .execute();
}

async function readdressed(runtime: Runtime, signIns: readonly DemoSignIn[]): Promise<DemoSignIn[]> {
  const hosts = new Map((await runtime.tenants.list()).map((tenant) => [tenant.slug, tenant.hosts[0] ?? '']));
  return signIns.flatMap((one) =>
    signInsOf(runtime.config, [one], one.region === null ? null : { slug: one.region, host: hosts.get(one.region) ?? '' }),
  );
}

async function fill(runtime: Runtime, slugs: readonly string[], say: Say): Promise<void> {
  const known = readSignIns(runtime.config);
  const signIns: DemoSignIn[] = [];
  await runtime.tenants.refresh();
  for (const slug of slugs) {
    const tenant = await runtime.tenants.bySlug(slug);
    if (!tenant) throw new Error(`Region ${slug} was not made`);
    if (known && (await isSeeded(runtime, tenant.id))) continue;
    const started = new Date();
    const logins: DemoLogin[] = await seedRegion(runtime, slug, 'demo', say);
    signIns.push(...signInsOf(runtime.config, logins, { slug, host: tenant.hosts[0] ?? '' }));
    await markSeeded(runtime, tenant.id, started);
  }
  const kept = await readdressed(
    runtime,
    (known ?? []).filter((one) => !signIns.some((made) => made.region === one.region)),
  );
  if (known && signIns.length === 0) {
    writeSignIns(runtime.config, kept);
    return say('demo data is there');
  }
  const operators = signInsOf(runtime.config, await seedDemoOperators(runtime), null);
  writeSignIns(runtime.config, [...kept.filter((one) => one.region !== null), ...signIns, ...operators]);
}

/** Tells how many regions could not be migrated: then nothing is made. */
export async function ensureRegions(config: Config, slugs: readonly string[], say: Say): Promise<number> {
  if (config.mode === 'production') throw new Error('Demo regions exist in the local mode only');
  const failed = await migrateAll(config, say);
  if (failed > 0) return failed;
  const access = openOwnerAccess(config);
  try {
    for (const slug of slugs) await bringUp(access, config, slug, say);
  } finally {
    await access.close();
  }
  await withRuntime(config, (runtime) => fill(runtime, slugs, say));
  return 0;
}

/** Migrates; a demo region that does not exist yet is made with the others. A region that is no demo is left as it is. */
export async function bringUpToDate(config: Config, slug: string | undefined, say: Say): Promise<void> {
  const slugs = demoRegions.map((region) => region.slug);
  if (!slug || !slugs.includes(slug)) return;
  const known = await withRuntime(config, (runtime) => runtime.tenants.list()).catch(() => []);
  if (known.some((tenant) => tenant.slug === slug)) await migrateAll(config, say);
  else await ensureRegions(config, slugs, say);
}
