// Slow hashes: right and wrong answers, and a flood that is refused instead of swallowing the process.
import { expect, it } from 'vitest';
import { codeCost, matchesSlowHash, slowHash } from './scrypt.server.ts';

it('knows the text it hashed, salted anew each time', async () => {
  const [a, b] = [await slowHash('123456', codeCost), await slowHash('123456', codeCost)];
  expect(a.hash.equals(b.hash)).toBe(false);
  expect(await matchesSlowHash('123456', a)).toBe(true);
  expect(await matchesSlowHash('123457', a)).toBe(false);
});

it('lets some wait and refuses the rest of a flood, then works again', async () => {
  const flood = await Promise.allSettled(Array.from({ length: 100 }, () => slowHash('x', 2 ** 10)));
  const refused = flood.filter((one) => one.status === 'rejected');
  expect(refused.length).toBeGreaterThan(20);
  expect(refused[0]).toMatchObject({ reason: { code: 'auth.busy', status: 503 } });
  expect((await slowHash('x', 2 ** 10)).hash).toHaveLength(32);
});
