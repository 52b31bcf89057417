// A process of its own that owns one PostgreSQL: starts it, starts it again when it dies, and stops it when its own stdin closes,
// that is when whoever asked for it says so, ends or is killed.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, rmSync } from 'node:fs';
import path from 'node:path';

export interface KeepOrder {
  binaries: string;
  dataDir: string;
  args: string[];
  account: { uid: number; gid: number } | null;
  logFile: string;
  /** Folder to delete after the end (throw-away clusters). */
  removeAfter: string | null;
}

const order = JSON.parse(process.argv[2] ?? '{}') as KeepOrder;
let postgres: ChildProcess | null = null;
let stopping = false;
let failures = 0;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.stdin.on('end', stop).on('error', stop).resume();
launch();

function say(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`, () => undefined);
}
process.stdout.on('error', () => undefined);

function kill(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

function launch(): void {
  if (stopping) return leave(0);
  const log = openSync(order.logFile, 'a', 0o600);
  const ids = order.account ? { uid: order.account.uid, gid: order.account.gid } : {};
  const child = spawn(path.join(order.binaries, 'bin', 'postgres'), ['-D', order.dataDir, ...order.args], {
    ...ids,
    cwd: order.dataDir,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', NODE_ENV: 'production' },
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  postgres = child;
  const started = Date.now();
  say({ pid: child.pid });
  child.once('error', (error) => ended(started, error.message));
  child.once('exit', (code, signal) => ended(started, `exit ${code ?? signal}`));
}

function ended(started: number, how: string): void {
  if (postgres === null) return;
  postgres = null;
  if (stopping) return leave(0);
  failures = Date.now() - started > 10_000 ? 0 : failures + 1;
  say({ down: how, failures });
  if (failures > 20) return leave(1);
  setTimeout(launch, Math.min(100 * 2 ** failures, 5000));
}

/** Fast shutdown first; whoever waits for it must not wait for ever. */
function stop(): void {
  if (stopping) return;
  stopping = true;
  if (postgres === null) return;
  const pid = postgres.pid ?? 0;
  kill(pid, order.removeAfter ? 'SIGQUIT' : 'SIGINT');
  setTimeout(() => kill(pid, 'SIGQUIT'), 10_000).unref();
  setTimeout(() => kill(pid, 'SIGKILL'), 15_000).unref();
}

function leave(code: number): void {
  if (order.removeAfter) rmSync(order.removeAfter, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code);
}
