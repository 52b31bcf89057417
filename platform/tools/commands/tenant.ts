// npm run tenant -- …: the regions' CLI, on the running database or one started for it.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { withDatabase } from '../local/with-database.server.ts';
import type { CommandInput } from './command.ts';

export default async function tenant({ root, args, env }: CommandInput): Promise<number> {
  const cli = path.join(root, 'apps/superadmin/cli/tenant.ts');
  return withDatabase(root, env, (own) => inherit([cli, ...args], root, { ...env, ...own }));
}

/** Runs a TypeScript file with our own input and output; resolves with its exit code. */
export function inherit(args: string[], cwd: string, env: Record<string, string | undefined>): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      cwd,
      env: env as NodeJS.ProcessEnv,
      stdio: 'inherit',
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
