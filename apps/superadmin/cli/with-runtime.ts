// Opens a runtime for one command and closes it whatever happens; finds a region by its name.
import type { Config } from '@zhkh/platform/config.server';
import { createLogger } from '@zhkh/platform/log.server';
import { createRegistry, createRuntime, type Runtime } from '@zhkh/platform/module.server';
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
