// Who manages a house, by its terms and its own clock.
import { expect } from 'vitest';
import { makeCompany, makeHouse, makeTerm } from '../testing/factories.ts';
import { it } from '../testing/it.ts';
import { managerOf } from './manager-of.server.ts';

it('right: follows the terms: before, during a change, after, by the day of the house', async ({ here }) => {
  const next = await makeCompany(here.system);
  await makeTerm(here.system, { houseId: here.houseId, companyId: next, from: '2026-04-01' });
  const on = async (at: string) => (await managerOf(here.system, here.houseId, new Date(at)))?.companyId ?? null;
  expect([await on('2019-12-30T00:00:00Z'), await on('2026-03-02T00:00:00Z')]).toEqual([null, here.companyId]);
  // 31 March, 20:00 in London is already 1 April in Tyumen.
  expect([await on('2026-03-31T18:00:00Z'), await on('2026-03-31T20:00:00Z')]).toEqual([here.companyId, next]);
  expect(await managerOf(here.system, here.houseId)).toMatchObject({ companyId: here.companyId, since: '2020-01-01' });
});

it('refused: a term of another house and a term that has ended do not count', async ({ here }) => {
  const quiet = await makeHouse(here.system);
  expect(await managerOf(here.system, quiet)).toBeNull();
  await makeTerm(here.system, { houseId: quiet, companyId: here.companyId, from: '2020-01-01', to: '2026-03-02' });
  expect(await managerOf(here.system, quiet)).toBeNull();
});

it('other region: nobody manages its house here', async ({ here, there }) => {
  expect(await managerOf(here.system, there.houseId)).toBeNull();
  expect((await managerOf(there.system, there.houseId))?.companyId).toBe(there.companyId);
});
