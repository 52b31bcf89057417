// The cache by region: for its time, by key, of one region only, bounded; a failed read is not kept.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetKept, keptFor } from './kept.server.ts';
import type { TenantDb } from './tables/index.server.ts';

interface Region {
  db: TenantDb;
  reads: string[];
}
const region = (): Region => ({ db: {} as TenantDb, reads: [] });
const read = async ({ reads }: Region, key: string) => `${key}${reads.push(key)}`;
const failing = async ({ reads }: Region, key: string): Promise<string> => {
  if (reads.push(key) === 1) throw new Error('away');
  return 'here';
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] });
  vi.advanceTimersByTime(1000);
});
afterEach(() => {
  vi.useRealTimers();
});

describe('keptFor', () => {
  it('reads again when the time is over', async () => {
    const here = region();
    const ask = () => keptFor(here, 1000, read, 'a');
    expect([await ask(), await ask()]).toEqual(['a1', 'a1']);
    vi.advanceTimersByTime(999);
    expect(await ask()).toBe('a1');
    vi.advanceTimersByTime(2);
    expect(await ask()).toBe('a2');
  });

  it('keeps keys, reads and regions apart', async () => {
    const [here, there] = [region(), region()];
    const other = async (one: Region, key: string) => read(one, `other ${key}`);
    expect([
      await keptFor(here, 1000, read, 'a'),
      await keptFor(here, 1000, read, 'b'),
      await keptFor(here, 1000, other, 'a'),
      await keptFor(there, 1000, read, 'a'),
    ]).toEqual(['a1', 'b2', 'other a3', 'a1']);
  });

  it('shares one reading among those who ask at once, and forgets a failed one', async () => {
    const here = region();
    const both = [keptFor(here, 1000, failing), keptFor(here, 1000, failing)];
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(here.reads).toHaveLength(1);
    expect(await keptFor(here, 1000, failing)).toBe('here');
  });

  it('keeps for good until told to forget, one key or all', async () => {
    const here = region();
    const ask = async () => [await keptFor(here, Number.POSITIVE_INFINITY, read, 'a'), await keptFor(here, 1000, read, 'b')];
    expect(await ask()).toEqual(['a1', 'b2']);
    vi.advanceTimersByTime(900);
    forgetKept(here, read, 'a');
    expect(await ask()).toEqual(['a3', 'b2']);
    forgetKept(here, read);
    expect(await ask()).toEqual(['a4', 'b5']);
  });

  it('is bounded: the least used gives way', async () => {
    const here = region();
    for (let at = 0; at <= 5000; at += 1) await keptFor(here, 1000, read, `k${at}`);
    await keptFor(here, 1000, read, 'k5000');
    expect(here.reads).toHaveLength(5001);
    await keptFor(here, 1000, read, 'k0');
    expect(here.reads).toHaveLength(5002);
  });
});
