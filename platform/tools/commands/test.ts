// npm test: unit, integration and conformance (vitest), then the built product in a real browser (playwright); one closing line.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { CommandInput } from './command.ts';
import { addUp, type Count, playwrightCount, vitestCount } from './test-counts.ts';

export default async function test({ root, args, env, signal }: CommandInput): Promise<number> {
  const reports = path.join(root, '.cache', 'test');
  mkdirSync(reports, { recursive: true });
  const counts: Count[] = [];
  const stage = async (
    title: string,
    bin: string,
    rest: string[],
    extra: Record<string, string>,
    report: string,
    count: (json: unknown, failed: boolean) => Count,
  ) => {
    if (signal.aborted) return;
    process.stdout.write(`\n▸ ${title}\n`);
    rmSync(report, { force: true });
    const code = await bare(path.join(root, 'node_modules', '.bin', bin), [...rest, ...args], root, { ...env, ...extra });
    counts.push(count(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null, code !== 0));
  };
  const vitest = path.join(reports, 'vitest.json');
  await stage(
    'unit, integration and conformance',
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitest}`, '--passWithNoTests'],
    { NODE_ENV: 'test' },
    vitest,
    vitestCount,
  );
  const browser = path.join(reports, 'playwright.json');
  await stage(
    'end to end in a browser',
    'playwright',
    ['test', '--reporter=list,json', '--pass-with-no-tests'],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: browser },
    browser,
    playwrightCount,
  );
  const { passed, failed, skipped } = addUp(counts);
  const interrupted = signal.aborted ? 1 : 0;
  process.stdout.write(`\n${passed} passed, ${failed + interrupted} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  return failed + interrupted > 0 || passed === 0 ? 1 : 0;
}

function bare(file: string, args: string[], cwd: string, env: Record<string, string | undefined>): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd, env: env as NodeJS.ProcessEnv, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
