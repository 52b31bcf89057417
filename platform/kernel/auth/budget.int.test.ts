// Rate limits under a race: exact to the unit, open again on time, what is given back can be spent.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { giveBack, type Limit, spend, spendOne } from './budget.server.ts';
import { credentialsOf } from './stores.server.ts';
import type { CredentialDb } from '../db/tables/auth.server.ts';

let regions: TwoRegions;
let db: CredentialDb;
let region: Awaited<ReturnType<typeof systemIn>>;
beforeAll(async () => {
  regions = await twoRegions([]);
  region = await systemIn(regions, 'tyumen');
  db = credentialsOf(region.db);
});
afterAll(() => regions.close());

const limit = (key: string, most: number): Limit => ({ key, most, windowMs: 60_000 });
const spendAtOnce = (times: number, limits: readonly Limit[]) =>
  Promise.all(Array.from({ length: times }, () => region.write((w) => spend(credentialsOf(w.db), regions.clock.now(), limits))));

it('lets exactly the limit through of many at once, with several counters and no deadlock', async () => {
  const limits = [limit('net', 1000), limit('person', 10), limit('region', 1000)];
  const refused = (await spendAtOnce(100, limits)).filter(Boolean);
  expect(refused).toHaveLength(90);
  expect(refused[0]?.limit.key).toBe('person');
  const row = await db.selectFrom('auth_budget').select('used').where('key', '=', 'region').executeTakeFirstOrThrow();
  expect(row.used).toBe(10);
});

it('opens again when the window is over, not before', async () => {
  const one = limit('window', 1);
  expect(await spendOne(db, regions.clock.now(), one)).toBe(1);
  regions.clock.advance(59_999);
  expect(await spendOne(db, regions.clock.now(), one)).toBeNull();
  regions.clock.advance(1);
  expect(await spendOne(db, regions.clock.now(), one)).toBe(1);
});

it('stays shut when the clock goes back', async () => {
  const one = limit('back', 1);
  await spendOne(db, regions.clock.now(), one);
  regions.clock.advance(-3_600_000);
  expect(await spendOne(db, regions.clock.now(), one)).toBeNull();
});

it('counts back what was honest, never below nothing', async () => {
  const one = limit('honest', 1);
  await spendOne(db, regions.clock.now(), one);
  await giveBack(db, [one]);
  await giveBack(db, [one]);
  expect(await spendOne(db, regions.clock.now(), one)).toBe(1);
  expect(await spendOne(db, regions.clock.now(), one)).toBeNull();
});

it('counts the whole platform in the control plane, over regions', async () => {
  const both = credentialsOf(regions.runtime.control);
  const results = await Promise.all(Array.from({ length: 30 }, () => spendOne(both, regions.clock.now(), limit('all', 7))));
  expect(results.filter((used) => used !== null)).toHaveLength(7);
});
