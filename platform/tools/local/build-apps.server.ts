// Builds the three apps by Turborepo and looks at what came out: a hit in its cache is a promise, files are the fact.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Env } from './local-env.server.ts';
import { runGuarded } from './run-node.server.ts';

export interface BuildOrder {
  root: string;
  env: Env;
  signal?: AbortSignal;
  onEvent(text: string): void;
}

const APPS = ['portal', 'partner', 'superadmin'] as const;

/** Restores or builds; what is then still incomplete is built anew past the cache. */
export async function buildApps({ root, env, signal, onEvent }: BuildOrder): Promise<void> {
  const turbo = path.join(root, 'node_modules', 'turbo', 'bin', 'turbo');
  const options = {
    cwd: root,
    env: { ...env, TURBO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', FORCE_COLOR: '0' },
    ...(signal && { signal }),
  };
  const build = (...more: string[]) => runGuarded([turbo, 'run', 'build', '--output-logs=errors-only', ...more], options);
  await build();
  const missing = missingFiles(root);
  if (missing.length === 0) return;
  onEvent(`the build is not whole (${missing[0]} is missing); building anew`);
  await build('--force');
  const still = missingFiles(root);
  if (still.length > 0) throw new Error(`The build ended well, yet these files are missing:\n${still.join('\n')}`);
}

/** Files an app cannot do without: its server, and every asset that server names. Paths from the root. */
export function missingFiles(root: string): string[] {
  return APPS.flatMap((app) => {
    const entry = path.join('apps', app, 'build', 'server', 'index.js');
    if (!existsSync(path.join(root, entry))) return [entry];
    const named = readFileSync(path.join(root, entry), 'utf8').match(/(?<=["'])\/assets\/[^"'\s]+\.\w+(?=["'])/g) ?? [];
    const assets = [...new Set(named)].map((name) => path.join('apps', app, 'build', 'client', name));
    return assets.filter((file) => !existsSync(path.join(root, file)));
  });
}
