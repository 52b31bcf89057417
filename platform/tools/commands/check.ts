// npm run check: types, lint, format, boundaries, dead code and unit tests, side by side; what fails is shown in full.
import { spawn } from 'node:child_process';
import path from 'node:path';
import type { CommandInput } from './command.ts';

interface Check {
  title: string;
  bin: string;
  args: string[];
}

const CHECKS: Check[] = [
  // One program over all packages: eight of them would check the kernel eight times.
  { title: 'types', bin: 'tsc', args: ['--project', 'tsconfig.json'] },
  { title: 'lint', bin: 'oxlint', args: ['--deny-warnings'] },
  { title: 'format', bin: 'biome', args: ['format', '--max-diagnostics=20'] },
  { title: 'boundaries', bin: 'depcruise', args: ['--config', '.dependency-cruiser.cjs', 'platform', 'modules', 'apps'] },
  {
    title: 'dead code',
    bin: 'knip',
    args: ['--no-progress', '--no-config-hints', '--cache', '--cache-location', 'node_modules/.cache/knip'],
  },
  { title: 'unit tests', bin: 'vitest', args: ['run', '--project', 'unit', '--project', 'ui', '--reporter=dot'] },
];

/** Names of checks as arguments run only those. */
export default async function check({ root, args, env, signal }: CommandInput): Promise<number> {
  const wanted = CHECKS.filter(({ title }) => args.length === 0 || args.some((arg) => title.startsWith(arg)));
  const results = await Promise.all(wanted.map((one) => runCheck(one, root, env, signal)));
  const bad = results.filter((ok) => !ok).length;
  process.stdout.write(bad === 0 ? `\n✔ ${results.length} checks hold\n` : `\n✘ ${bad} of ${results.length} checks failed\n`);
  return bad === 0 ? 0 : 1;
}

async function runCheck(
  { title, bin, args }: Check,
  root: string,
  env: CommandInput['env'],
  signal: AbortSignal,
): Promise<boolean> {
  const started = Date.now();
  const { code, output } = await collect(
    path.join(root, 'node_modules', '.bin', bin),
    args,
    root,
    { ...env, NODE_ENV: 'test' },
    signal,
  );
  const seconds = `${((Date.now() - started) / 1000).toFixed(1)} s`;
  process.stdout.write(code === 0 ? `✔ ${title}, ${seconds}\n` : `✘ ${title}, ${seconds}\n${output}\n`);
  return code === 0;
}

function collect(
  file: string,
  args: string[],
  cwd: string,
  env: CommandInput['env'],
  signal: AbortSignal,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd, env: env as NodeJS.ProcessEnv, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
    signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
