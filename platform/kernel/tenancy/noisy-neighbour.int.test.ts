// A slow or flooded region is slow for itself: its callers get 503 in time, the neighbour notices nothing.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';

let regions: TwoRegions;
beforeAll(async () => {
  regions = await twoRegions([], { database: { poolPerRegion: 4, poolPerProcess: 8, waitMs: 300 } });
});
afterAll(() => regions.close());

it('keeps the quiet region quick under sixty slow callers of the other', async () => {
  const noisy = await systemIn(regions, 'tyumen');
  const quiet = await systemIn(regions, 'omsk');
  await sql`select 1`.execute(quiet.db);
  const slow = Promise.allSettled(Array.from({ length: 60 }, () => sql`select pg_sleep(0.4)`.execute(noisy.db)));
  const times: number[] = [];
  for (let n = 0; n < 40; n += 1) {
    const started = performance.now();
    await sql`select count(*) from setting`.execute(quiet.db);
    times.push(performance.now() - started);
  }
  const answers = await slow;
  const refused = answers.filter((answer) => answer.status === 'rejected');
  expect(refused.length).toBeGreaterThan(40);
  for (const one of refused)
    expect((one as PromiseRejectedResult).reason).toMatchObject({ kind: 'unavailable', code: 'platform.busy' });
  expect(times.sort((a, b) => a - b)[37]).toBeLessThan(100);
  expect(regions.runtime.databases.pool.stats().open).toBeLessThanOrEqual(8);
});

it('has at most four connections of a region open at the server', async () => {
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from pg_stat_activity where usename = current_user and datname = current_database()`.execute(
    (await systemIn(regions, 'tyumen')).db,
  );
  expect(rows[0]?.n).toBeLessThanOrEqual(4);
});
