// Shape of a CLI command: returns the exit code. Commands print through `say`, a line a step.
import type { Config } from '@zhkh/kernel/config.server';
import { createLogger } from '@zhkh/kernel/log.server';
import { createRegistry } from '@zhkh/kernel/module.server';
import { createRuntime, type Runtime } from '@zhkh/kernel/runtime.server';
import { installed } from '../../../modules/installed.server.ts';

export interface CommandInput {
  config: Config;
  args: string[];
  say(line: string): void;
}

export type Command = (input: CommandInput) => Promise<number>;

export const registry = createRegistry(installed);

/** Runs with a runtime of its own and closes it whatever happens. */
export async function withRuntime<T>(config: Config, work: (runtime: Runtime) => Promise<T>): Promise<T> {
  const level = config.log.level === 'debug' ? 'debug' : 'warn';
  const runtime = createRuntime({ config, registry, name: 'cli', log: createLogger({ level, name: 'cli' }) });
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
