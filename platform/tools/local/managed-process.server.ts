// One process under the supervisor: log to a file, started again with growing pauses when it dies, told to stop politely first.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { signalTo, waitUntil } from './processes.server.ts';

export interface ProcessOrder {
  name: string;
  /** File and arguments for node. */
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
  /** Answers 200 when the process can take work. */
  readyUrl: string;
  /** Show the process's output instead of writing the log (dev). */
  show?: boolean;
  onEvent(text: string): void;
}

export interface ManagedProcess {
  name: string;
  pid(): number | null;
  start(): void;
  /** Kills without telling the supervisor: it is started again like after any crash. */
  kill(signal: NodeJS.Signals): void;
  /** Keeps it down until `start()`. */
  stop(): Promise<void>;
  restart(): Promise<void>;
  ready(ms?: number): Promise<void>;
}

const PRELOAD = fileURLToPath(new URL('./end-with-parent.ts', import.meta.url));
const MAX_LOG = 10_000_000;

export function manage(order: ProcessOrder): ManagedProcess {
  let child: ChildProcess | null = null;
  let wanted = false;
  let failures = 0;
  let timer: NodeJS.Timeout | null = null;

  function launch(): void {
    if (!wanted || child) return;
    const started = Date.now();
    const one = open(order);
    child = one;
    const gone = (how: string) => {
      if (child !== one) return;
      child = null;
      if (!wanted) return;
      failures = Date.now() - started > 30_000 ? 1 : failures + 1;
      order.onEvent(`${order.name} ended (${how}); starting it again`);
      timer = setTimeout(launch, Math.min(250 * 2 ** (failures - 1), 10_000));
    };
    one.once('error', (error) => gone(error.message));
    one.once('exit', (code, signal) => gone(String(signal ?? code)));
  }

  async function stop(): Promise<void> {
    wanted = false;
    if (timer) clearTimeout(timer);
    const one = child;
    if (!one?.pid) return;
    const ended = () => one.exitCode !== null || one.signalCode !== null;
    one.kill('SIGTERM');
    if (!(await waitUntil(ended, 10_000))) one.kill('SIGKILL');
    await waitUntil(ended, 2000);
    child = null;
  }

  function start(): void {
    wanted = true;
    failures = 0;
    launch();
  }

  return {
    name: order.name,
    pid: () => child?.pid ?? null,
    start,
    kill: (signal) => child?.pid && signalTo(child.pid, signal),
    stop,
    restart: async () => {
      await stop();
      start();
    },
    ready: (ms = 60_000) => untilReady(order, ms, () => failures),
  };
}

/** Megabytes of V8's young half: requests under way in the servers; the worker reads files of any size and stays small. */
const youngOf = (name: string) => (name === 'worker' ? 8 : 64);

/** The worker reads files of any size: memory it has freed goes back to the system at once (glibc; others do not look). */
const FRUGAL = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '65536', MALLOC_TRIM_THRESHOLD_: '131072' };

function open({ name, args, cwd, env, logFile, show }: ProcessOrder): ChildProcess {
  if (!show) turnOver(logFile);
  const log = show ? 'inherit' : openSync(logFile, 'a', 0o600);
  // Room for the objects of requests under way: with the default a busy page server spends a tenth of its time collecting them.
  const flags = [
    `--max-semi-space-size=${youngOf(name)}`,
    // The worker asks for collection while it imports.
    ...(name === 'worker' ? ['--expose-gc'] : []),
    '--disable-warning=ExperimentalWarning',
    '--enable-source-maps',
    '--import',
    PRELOAD,
  ];
  const child = spawn(process.execPath, [...flags, ...args], {
    cwd,
    env: name === 'worker' ? { ...FRUGAL, ...env } : env,
    stdio: ['ignore', log, log, 'ipc'],
    detached: process.platform !== 'win32',
  });
  if (typeof log === 'number') closeSync(log);
  return child;
}

function turnOver(logFile: string): void {
  if (existsSync(logFile) && statSync(logFile).size > MAX_LOG) renameSync(logFile, `${logFile}.1`);
}

async function untilReady({ name, readyUrl, logFile, show }: ProcessOrder, ms: number, failures: () => number): Promise<void> {
  const ok = await waitUntil(async () => failures() >= 3 || (await answers(readyUrl)), ms, 60);
  if (ok && failures() < 3) return;
  const tail = show
    ? ''
    : `\nThe end of ${path.relative(process.cwd(), logFile)}:\n${readFileSync(logFile, 'utf8').split('\n').slice(-20).join('\n')}`;
  throw new Error(`${name} did not get ready.${tail}`);
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}
