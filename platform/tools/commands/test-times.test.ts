// The table of slow files: both reports are read, nested suites count, a broken report has no lines.
import path from 'node:path';
import { expect, it } from 'vitest';
import { playwrightTimes, slowest, vitestTimes } from './test-times.ts';

it('reads what vitest reports', () => {
  const name = path.join(process.cwd(), 'modules/a.test.ts');
  expect(vitestTimes({ testResults: [{ name, startTime: 1000, endTime: 3500 }] })).toEqual([
    { file: 'modules/a.test.ts', ms: 2500 },
  ]);
  expect(vitestTimes(null)).toEqual([]);
});

it('adds up what playwright reports of a file', () => {
  const spec = (...durations: number[]) => ({ tests: [{ results: durations.map((duration) => ({ duration })) }] });
  const inner = { file: 'e2e/a.spec.ts', specs: [spec(30)] };
  const report = { suites: [{ file: 'e2e/a.spec.ts', specs: [spec(100, 20), spec(1)], suites: [inner] }] };
  expect(playwrightTimes(report)).toEqual([{ file: 'e2e/a.spec.ts', ms: 151 }]);
  expect(playwrightTimes({ stats: {} })).toEqual([]);
});

it('shows the slowest first, and no more than asked for', () => {
  const times = [
    { file: 'quick', ms: 10 },
    { file: 'slow', ms: 61_250 },
    { file: 'middle', ms: 2000 },
  ];
  expect(slowest(times, 2)).toEqual(['   61.3 s  slow', '    2.0 s  middle']);
});
