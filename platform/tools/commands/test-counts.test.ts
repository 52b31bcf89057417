// The closing line of `npm test` never tells less failures than there were.
import { expect, it } from 'vitest';
import { addUp, playwrightCount, vitestCount } from './test-counts.ts';

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((s) => ({ status: s })) });

it('counts a file that could not be loaded as a failure', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 2,
    testResults: [file('passed', 'passed'), file('failed', 'failed'), file('failed')],
  };
  expect(vitestCount(report, true)).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

it('counts a runner that broke down as a failure', () => {
  expect(vitestCount(null, true).failed).toBe(1);
  expect(vitestCount({ numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, testResults: [] }, true).failed).toBe(1);
  expect(playwrightCount(null, true).failed).toBe(1);
  expect(playwrightCount({ stats: { expected: 2, skipped: 0, unexpected: 0, flaky: 0 }, errors: [{}] }, true)).toEqual({
    passed: 2,
    failed: 1,
    skipped: 0,
  });
});

it('adds the runners up', () => {
  expect(
    addUp([
      { passed: 1, failed: 0, skipped: 2 },
      { passed: 4, failed: 1, skipped: 0 },
    ]),
  ).toEqual({ passed: 5, failed: 1, skipped: 2 });
});
