// The back-off plan: waits, their end and their spread.
import { expect, it } from 'vitest';
import { doubling, spread, waitAfter } from './retry-plan.ts';

it('doubles up to the longest wait and ends after the last try', () => {
  const plan = doubling(12, 30_000, 3_600_000);
  const seconds = [1, 2, 3, 8, 11, 12, 50].map((tries) => waitAfter(plan, tries)).map((ms) => ms && ms / 1000);
  expect(seconds).toEqual([30, 60, 120, 3600, 3600, null, null]);
});

it('repeats the last wait of a list', () =>
  expect([1, 2, 3, 4].map((tries) => waitAfter({ tries: 4, waits: [1, 5] }, tries))).toEqual([1, 5, 5, null]));

it('spreads a wait by a fifth to either side', () =>
  expect([0, 0.5, 1].map((random) => spread(10_000, random))).toEqual([8000, 10_000, 12_000]));
