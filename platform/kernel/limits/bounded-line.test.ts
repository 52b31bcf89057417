// A flood at a bounded line: so many run, so many wait, the rest are refused; places come free again, after failures too.
import { expect, it } from 'vitest';
import { boundedLine } from './bounded-line.ts';

it('runs some, lets some wait in order, refuses the rest', async () => {
  const inTurn = boundedLine({ atOnce: 2, mostWaiting: 3, busy: () => new Error('busy') });
  const [started, ends]: [number[], (() => void)[]] = [[], []];
  const asked = Array.from({ length: 7 }, (_, at) =>
    inTurn(async () => {
      started.push(at);
      await new Promise<void>((end) => ends.push(end));
      if (at === 0) throw new Error('broken');
      return at;
    }),
  );
  const outcome = Promise.allSettled(asked);
  await expect(asked[5]).rejects.toThrow('busy');
  await expect(asked[6]).rejects.toThrow('busy');
  expect(started).toEqual([0, 1]);
  while (started.length < 5 || ends.length > 0) {
    ends.shift()?.();
    await new Promise((done) => setImmediate(done));
  }
  expect(started).toEqual([0, 1, 2, 3, 4]);
  expect((await outcome).map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason.message)))).toEqual([
    'broken',
    1,
    2,
    3,
    4,
    'busy',
    'busy',
  ]);
  expect(await inTurn(async () => 'free again')).toBe('free again');
});
