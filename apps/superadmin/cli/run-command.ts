// Runs a command with its context; the runtime opens at the first region asked for and closes at the end.
import path from 'node:path';
import { callersFolder, type Config, environment, readConfig } from '@zhkh/kernel/config.server';
import { withOwnDatabase } from '@zhkh/tools/local.server';
import type { CommandContext } from '@zhkh/kernel/module.server';
import type { Runtime } from '@zhkh/kernel/runtime.server';
import { bringUpToDate } from './ensure-regions.ts';
import { openRuntime, regionOf } from './with-runtime.ts';

export async function runCommand<T>(config: Config, args: string[], run: (command: CommandContext) => Promise<T>): Promise<T> {
  let runtime: Runtime | undefined;
  let stop: AbortSignal | undefined;
  const command: CommandContext = {
    config,
    args,
    get signal() {
      stop ??= abortedByCtrlC();
      return stop;
    },
    print: (line) => console.log(line),
    note,
    pathOf: (typed) => path.resolve(callersFolder(), typed),
    async region(slug, options = {}) {
      if (options.upToDate) await bringUpToDate(config, slug, note);
      runtime ??= openRuntime(config);
      return runtime.systemContext(await regionOf(runtime, slug));
    },
    ownDatabase: (name, work) =>
      withOwnDatabase(environment(), path.resolve(config.dataDir, name), (env) => runCommand(readConfig(env), args, work)),
  };
  try {
    return await run(command);
  } finally {
    await runtime?.close();
  }
}

function abortedByCtrlC(): AbortSignal {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  return stop.signal;
}

function note(line: string): void {
  process.stderr.write(`${line}\n`);
}
