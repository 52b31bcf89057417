// Opens a runtime for one command and closes it whatever happens; finds a region by its name.
import type { Config } from '@zhkh/kernel/config.server';
import { createLogger } from '@zhkh/kernel/log.server';
import { createRegistry } from '@zhkh/kernel/module.server';
import { createRuntime, type Runtime } from '@zhkh/kernel/runtime.server';
import { installed } from '../../../modules/installed.server.ts';

export const registry = createRegistry(installed);

export function openRuntime(config: Config): Runtime {
  const level = config.log.level === 'debug' ? 'debug' : 'warn';
  return createRuntime({ config, registry, name: 'cli', log: createLogger({ level, name: 'cli' }) });
}

export async function withRuntime<T>(config: Config, work: (runtime: Runtime) => Promise<T>): Promise<T> {
  const runtime = openRuntime(config);
  try {
    return await work(runtime);
  } finally {
    await runtime.close();
  }
}

export async function regionOf(runtime: Runtime, slug: string | undefined) {
  const tenant = await runtime.tenants.bySlug(slug ?? '');
  if (!tenant) throw new Error(`No such region: ${slug ?? '(none given)'}`);
  return tenant;
}
