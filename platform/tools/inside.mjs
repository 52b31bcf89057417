// The second half of every npm script, under Node 26: finds the command and runs it; a Ctrl-C or the end of the first half stops it.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

process.removeAllListeners('warning');
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const commands = {
  start: () => import('./commands/start.ts'),
  dev: () => import('./commands/start.ts'),
  test: () => import('./commands/test.ts'),
  check: () => import('./commands/check.ts'),
  tenant: () => import('./commands/tenant.ts'),
  bench: () => import('./commands/find-and-run.ts'),
  prove: () => import('./commands/find-and-run.ts'),
  'new:module': () => import('./commands/new-module.ts'),
  'new:migration': () => import('./commands/new-migration.ts'),
  'db:types': () => import('./commands/db-types.ts'),
};

try {
  process.loadEnvFile(path.join(root, '.env'));
} catch {
  // No .env: everything embedded.
}
const [name, ...args] = process.argv.slice(2);
const found = commands[name];
if (!found) {
  process.stderr.write(`Unknown command ${name}. There are: ${Object.keys(commands).join(', ')}\n`);
  process.exit(2);
}
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop.abort(signal));
process.on('message', (message) => message?.stop && stop.abort(message.stop));
process.on('disconnect', () => stop.abort('the end of start.mjs'));
process.channel?.unref();

try {
  process.exitCode = (await (await found()).default({ root, name, args, env: process.env, signal: stop.signal })) ?? 0;
} catch (error) {
  // Stopped half-way: what fell over by that is no news.
  const text = stop.signal.aborted
    ? `Остановлено / stopped (${stop.signal.reason})`
    : error?.expected
      ? error.message
      : (error?.stack ?? error);
  process.stderr.write(`\n${text}\n`);
  process.exitCode = stop.signal.aborted ? 130 : 1;
}
if (process.connected) process.disconnect();
process.exit();
