// Runs a program to its end and tells line by line what it says.
import { spawn, type StdioOptions } from 'node:child_process';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Env } from './local-env.server.ts';

export interface RunOptions {
  cwd: string;
  env: Env;
  onLine?: (line: string) => void;
  signal?: AbortSignal;
  /** Own process group and a line to us: a kill of our whole group leaves it time to end what it started. */
  detached?: boolean;
}

const PRELOAD = fileURLToPath(new URL('./end-with-parent.ts', import.meta.url));

/** Rejects with everything the program said when it fails. */
function run(file: string, args: string[], { cwd, env, onLine, signal, detached = false }: RunOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const stdio: StdioOptions = ['ignore', 'pipe', 'pipe', ...(detached ? ['ipc' as const] : [])];
    const child = spawn(file, args, { cwd, env: env as NodeJS.ProcessEnv, stdio, detached });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      if (stream)
        readline.createInterface({ input: stream }).on('line', (line) => {
          said.push(line);
          onLine?.(line);
        });
    }
    const abort = () => child.kill('SIGTERM');
    signal?.addEventListener('abort', abort, { once: true });
    child.once('error', reject);
    child.once('close', (code, killedBy) => {
      signal?.removeEventListener('abort', abort);
      if (code === 0) resolve(said.join('\n'));
      else
        reject(
          failure(
            `${[file.split('/').at(-1), ...args].join(' ')} ended with ${killedBy ?? code}\n${said.filter(worthReading).slice(-40).join('\n')}`,
          ),
        );
    });
  });
}

/** The same for a TypeScript file under this very node. */
export function runNode(args: string[], options: RunOptions): Promise<string> {
  return run(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], options);
}

/** A program in JavaScript that has children of its own: it goes when we go, and they with it. */
export function runGuarded(args: string[], options: RunOptions): Promise<string> {
  const flags = ['--disable-warning=ExperimentalWarning', '--import', PRELOAD];
  return run(process.execPath, [...flags, ...args], { ...options, detached: process.platform !== 'win32' });
}

/** Lists of watched files and npm's own epilogue bury the reason. */
function worthReading(line: string): boolean {
  return !/^(\S+:build: )?(\s+'\/.*',?|\s+\.\.\. \d+ more items|npm (error|warn) .*|\s*)$/.test(line);
}

/** What the program said is the message: our own stack would only hide it. */
function failure(message: string): Error {
  return Object.assign(new Error(message), { expected: true });
}
