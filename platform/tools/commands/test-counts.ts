// Adds up what the two test runners report.
// A runner that failed without a failed test (a broken file, no start) counts as one failure.
import { z } from 'zod';

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number().default(0),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

export function vitestCount(json: unknown, runnerFailed: boolean): Count {
  const report = vitestReport.safeParse(json);
  if (!report.success) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests, testResults } = report.data;
  const brokenFiles = testResults.filter(
    (f) => f.status === 'failed' && !f.assertionResults.some((a) => a.status === 'failed'),
  ).length;
  return atLeastOne({ passed, failed: numFailedTests + brokenFiles, skipped: numPendingTests + numTodoTests }, runnerFailed);
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), skipped: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()).default([]),
});

export function playwrightCount(json: unknown, runnerFailed: boolean): Count {
  const report = playwrightReport.safeParse(json);
  if (!report.success) return { passed: 0, failed: 1, skipped: 0 };
  const { stats, errors } = report.data;
  return atLeastOne(
    { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped },
    runnerFailed,
  );
}

export function addUp(counts: readonly Count[]): Count {
  return counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }), {
    passed: 0,
    failed: 0,
    skipped: 0,
  });
}

function atLeastOne(count: Count, runnerFailed: boolean): Count {
  return runnerFailed && count.failed === 0 ? { ...count, failed: 1 } : count;
}
