// Demo data of one region: the modules' own seeds, and accounts for every role between the general module and the special ones.
import { type DemoLogin, seedDemoAccounts } from '@zhkh/kernel/auth.server';
import type { Context, ModuleManifest } from '@zhkh/kernel/module.server';
import type { Runtime } from '@zhkh/kernel/runtime.server';
import { directory } from '@zhkh/directory';

export type SeedSize = 'small' | 'demo';

/** The company of the demo cabinet: the one that manages the first house found. */
async function demoCompany(ctx: Context): Promise<{ id: string; name: string } | null> {
  const service = ctx.service(directory);
  for (const letters of ['республики', 'ленина', 'мира', 'ул']) {
    for (const house of await service.findHouses(letters, 20)) {
      const manager = await service.managerOf(house.id);
      if (manager) return { id: manager.companyId, name: manager.shortName };
    }
  }
  return null;
}

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
  const logins = await seedDemoAccounts(ctx, runtime, { company: await demoCompany(ctx) });
  for (const module of modules.filter((one) => !one.alwaysOn)) await run(module);
  return logins;
}
