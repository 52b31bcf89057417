// Writes demo data of one region: seeds of the modules, and accounts of every role.
import { type DemoLogin, demoCompany, seedDemoAccounts } from '@zhkh/kernel/auth.server';
import type { ModuleManifest } from '@zhkh/kernel/module.server';
import type { Runtime } from '@zhkh/kernel/runtime.server';

export type SeedSize = 'small' | 'demo';

export async function seedRegion(
  runtime: Runtime,
  slug: string,
  size: SeedSize,
  say: (line: string) => void,
): Promise<DemoLogin[]> {
  const tenant = await runtime.tenants.bySlug(slug);
  if (!tenant) throw new Error(`No such region: ${slug}`);
  const ctx = await runtime.systemContext(tenant);
  const run = async (module: ModuleManifest) => {
    if (!module.seed || !ctx.modules.has(module.id)) return;
    const started = performance.now();
    await module.seed(ctx, { size });
    say(`${slug}: ${module.id} seeded (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  };
  const { modules } = runtime.registry;
  for (const module of modules.filter((one) => one.alwaysOn)) await run(module);
  const [findCompany] = ctx.plugs(demoCompany);
  const logins = await seedDemoAccounts(ctx, runtime, { company: (await findCompany?.()) ?? null });
  for (const module of modules.filter((one) => !one.alwaysOn)) await run(module);
  return logins;
}
