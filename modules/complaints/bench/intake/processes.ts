// The two sides of `bench -- intake` as processes: as many of each, listening on ports side by side.
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BareSettings } from './settings.ts';

/** The same as the supervisor gives the product's processes, on both sides. */
const FLAGS = ['--max-semi-space-size=64', '--enable-source-maps'];

export interface Side {
  ports: readonly number[];
  /** CPU the side's processes have used so far, milliseconds; 0 where the system does not tell. */
  cpuMs(): number;
  stop(): void;
}

export async function startPortals(root: string, env: Record<string, string>, ports: readonly number[]): Promise<Side> {
  const { DATABASE_OWNER_URL: _owner, ...web } = env;
  const children = ports.map((port) =>
    fork(path.join(root, 'apps/portal/server.ts'), [], {
      execArgv: FLAGS,
      cwd: root,
      env: { ...process.env, ...web, PORT_PORTAL: String(port), NODE_ENV: 'production', LOG_LEVEL: 'error' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    }),
  );
  await Promise.all(ports.map((port) => untilReady(`http://127.0.0.1:${port}/readyz`)));
  return { ports, cpuMs: () => cpuOf(children), stop: () => children.forEach(end) };
}

export async function startBare(settings: Omit<BareSettings, 'port'>, ports: readonly number[]): Promise<Side> {
  const file = path.join(import.meta.dirname, 'bare-server.ts');
  const children = ports.map((port) =>
    fork(file, [JSON.stringify({ ...settings, port })], {
      execArgv: FLAGS,
      env: { ...process.env, NODE_ENV: 'production' },
    }),
  );
  await Promise.all(children.map((child) => new Promise((resolve) => child.once('message', resolve))));
  return { ports, cpuMs: () => cpuOf(children), stop: () => children.forEach(end) };
}

/** Linux counts in ticks of ten milliseconds. */
function cpuOf(children: readonly ChildProcess[]): number {
  const ticks = children.map((child) => {
    const file = `/proc/${child.pid}/stat`;
    const stat = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const fields = stat.slice(stat.lastIndexOf(')') + 1).split(' ');
    return Number(fields[12] ?? 0) + Number(fields[13] ?? 0);
  });
  return ticks.reduce((sum, one) => sum + one, 0) * 10;
}

const end = (child: ChildProcess) => void child.kill('SIGTERM');

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} did not answer`);
}
