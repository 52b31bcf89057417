// npm test: vitest (unit, integration, conformance) beside playwright (the built product in a real browser); the slowest files, one closing line.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import type { CommandInput } from './command.ts';
import { addUp, type Count, playwrightCount, vitestCount } from './test-counts.ts';
import { playwrightTimes, slowest, type Timed, vitestTimes } from './test-times.ts';

interface Runner {
  /** Stands before each line it prints. */
  mark: string;
  bin: string;
  args: string[];
  env: Record<string, string>;
  report: string;
  count(json: unknown, failed: boolean): Count;
  times(json: unknown): Timed[];
}

/** Arguments go to both runners: a path or a word narrows the files. */
export default async function test({ root, args, env, signal }: CommandInput): Promise<number> {
  const reports = path.join(root, '.cache', 'test');
  mkdirSync(reports, { recursive: true });
  const started = Date.now();
  const results = await Promise.all(
    runners(reports).map(async (runner) => {
      rmSync(runner.report, { force: true });
      const code = await run(runner, root, args, env, signal);
      const json: unknown = existsSync(runner.report) ? JSON.parse(readFileSync(runner.report, 'utf8')) : null;
      return { count: runner.count(json, code !== 0), times: runner.times(json) };
    }),
  );
  const say = (text: string) => process.stdout.write(`${text}\n`);
  say(`\n${slowest(results.flatMap(({ times }) => times)).join('\n')}`);
  say(`${((Date.now() - started) / 1000).toFixed(0)} s in all`);
  const { passed, failed, skipped } = addUp(results.map(({ count }) => count));
  const interrupted = signal.aborted ? 1 : 0;
  say(`\n${passed} passed, ${failed + interrupted} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed + interrupted > 0 || passed === 0 ? 1 : 0;
}

function runners(reports: string): Runner[] {
  const vitest = path.join(reports, 'vitest.json');
  const browser = path.join(reports, 'playwright.json');
  return [
    {
      mark: 'vitest  │ ',
      bin: 'vitest',
      args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitest}`, '--passWithNoTests'],
      env: { NODE_ENV: 'test' },
      report: vitest,
      count: vitestCount,
      times: vitestTimes,
    },
    {
      mark: 'browser │ ',
      bin: 'playwright',
      args: ['test', '--reporter=list,json', '--pass-with-no-tests'],
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browser },
      report: browser,
      count: playwrightCount,
      times: playwrightTimes,
    },
  ];
}

function run(runner: Runner, root: string, args: string[], env: CommandInput['env'], signal: AbortSignal): Promise<number> {
  if (signal.aborted) return Promise.resolve(1);
  return new Promise((resolve) => {
    const child = spawn(path.join(root, 'node_modules', '.bin', runner.bin), [...runner.args, ...args], {
      cwd: root,
      env: { ...env, ...runner.env } as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      readline.createInterface({ input: stream }).on('line', (line) => process.stdout.write(`${runner.mark}${line}\n`));
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}
