// Everything the page of a company shows.
import { newId } from '@zhkh/kernel/db.server';
import { expect } from 'vitest';
import { makeCompany, makeHouse } from '../testing/factories.ts';
import { it } from '../testing/it.ts';
import { companyCard } from './company-card.server.ts';

it('right: its houses page by page, cities and area', async ({ here }) => {
  for (let n = 1; n < 21; n += 1) await makeHouse(here.system, { companyId: here.companyId });
  const first = await companyCard(here.resident, here.companyId, 1);
  expect(first).toMatchObject({ company: { id: here.companyId, houses: 21 }, cities: ['г. Тюмень'], area: 84_000, size: 20 });
  const second = await companyCard(here.resident, here.companyId, 2);
  expect([first?.houses.length, second?.houses.length]).toEqual([20, 1]);
});

it('refused: a company that is none has no card; houses of others do not come', async ({ here }) => {
  expect(await companyCard(here.resident, newId(), 1)).toBeNull();
  await makeHouse(here.system, { companyId: await makeCompany(here.system) });
  expect((await companyCard(here.resident, here.companyId, 1))?.houses.map((one) => one.id)).toEqual([here.houseId]);
});

it('other region: its company has no card here', async ({ here, there }) => {
  expect(await companyCard(here.official, there.companyId, 1)).toBeNull();
  expect((await companyCard(there.official, there.companyId, 1))?.houses.map((one) => one.id)).toEqual([there.houseId]);
});
