// Runs a program to its end and tells line by line what it says.
import { spawn } from 'node:child_process';
import readline from 'node:readline';
import type { Env } from './local-env.server.ts';

export interface RunOptions {
  cwd: string;
  env: Env;
  onLine?: (line: string) => void;
  signal?: AbortSignal;
}

/** Rejects with everything the program said when it fails. */
export function run(file: string, args: string[], { cwd, env, onLine, signal }: RunOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env: env as NodeJS.ProcessEnv, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
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

/** Lists of watched files and npm's own epilogue bury the reason. */
function worthReading(line: string): boolean {
  return !/^(\S+:build: )?(\s+'\/.*',?|\s+\.\.\. \d+ more items|npm (error|warn) .*|\s*)$/.test(line);
}

/** What the program said is the message: our own stack would only hide it. */
function failure(message: string): Error {
  return Object.assign(new Error(message), { expected: true });
}
