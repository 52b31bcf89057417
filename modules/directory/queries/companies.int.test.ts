// Companies by id, with the number of their houses.
import { newId } from '@zhkh/kernel/db.server';
import { expect } from 'vitest';
import { makeCompany, makeHouse } from '../testing/factories.ts';
import { it } from '../testing/it.ts';
import { companiesByIds, company } from './companies.server.ts';

it('right: requisites, contacts and houses of today, several at once', async ({ here }) => {
  await makeHouse(here.system, { companyId: here.companyId });
  const empty = await makeCompany(here.system, { shortName: 'УК «Пустая»', email: null });
  expect(await company(here.system, here.companyId)).toMatchObject({ id: here.companyId, kind: 'managing-company', houses: 2 });
  const both = await companiesByIds(here.system, [here.companyId, empty]);
  expect(both.get(empty)).toMatchObject({ shortName: 'УК «Пустая»', email: null, houses: 0 });
  expect(both.size).toBe(2);
});

it('refused: what is no id finds nothing', async ({ here }) => {
  expect([await company(here.system, 'не номер'), await company(here.system, newId())]).toEqual([null, null]);
  expect(await companiesByIds(here.system, [''])).toEqual(new Map());
});

it('other region: its companies are not found', async ({ here, there }) => {
  expect(await company(here.system, there.companyId)).toBeNull();
  expect([...(await companiesByIds(here.system, [there.companyId, here.companyId])).keys()]).toEqual([here.companyId]);
});
