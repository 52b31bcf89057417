// Where the time of `npm test` went: seconds of each test file, out of the reports of the two runners.
import path from 'node:path';
import { z } from 'zod';

export interface Timed {
  file: string;
  ms: number;
}

const vitestReport = z.object({
  testResults: z.array(z.object({ name: z.string(), startTime: z.number(), endTime: z.number() })),
});

export function vitestTimes(json: unknown): Timed[] {
  const report = vitestReport.safeParse(json);
  return report.success
    ? report.data.testResults.map(({ name, startTime, endTime }) => ({ file: fromRoot(name), ms: endTime - startTime }))
    : [];
}

const tests = z.object({ tests: z.array(z.object({ results: z.array(z.object({ duration: z.number() })) })) });
const suite = z.object({
  file: z.string(),
  specs: z.array(tests),
  get suites() {
    return z.array(suite).default([]);
  },
});
type Suite = z.output<typeof suite>;

export function playwrightTimes(json: unknown): Timed[] {
  const report = z.object({ suites: z.array(suite) }).safeParse(json);
  return report.success ? report.data.suites.map((one) => ({ file: one.file, ms: msOf(one) })) : [];
}

function msOf({ specs, suites }: Suite): number {
  const own = specs.flatMap((spec) => spec.tests.flatMap((test) => test.results.map(({ duration }) => duration)));
  return [...own, ...suites.map(msOf)].reduce((sum, ms) => sum + ms, 0);
}

/** Lines of a table, the longest file first. */
export function slowest(times: readonly Timed[], many = 15): string[] {
  const first = [...times].sort((a, b) => b.ms - a.ms).slice(0, many);
  return first.map(({ file, ms }) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${file}`);
}

const fromRoot = (file: string) => path.relative(process.cwd(), file);
