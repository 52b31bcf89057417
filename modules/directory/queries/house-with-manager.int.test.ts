// A house with its manager of now: the same answer as both questions apart.
import { newId } from '@zhkh/kernel/db.server';
import { expect } from 'vitest';
import { makeCompany, makeHouse, makeTerm } from '../testing/factories.ts';
import { it } from '../testing/it.ts';
import { houseWithManager } from './house-with-manager.server.ts';
import { house } from './houses.server.ts';
import { managerOf } from './manager-of.server.ts';

it('right: equals the house and its manager asked apart, also during a change and without a manager', async ({ here }) => {
  const changing = await makeHouse(here.system, { companyId: here.companyId });
  await makeTerm(here.system, { houseId: changing, companyId: await makeCompany(here.system), from: '2026-03-01' });
  for (const id of [here.houseId, changing, await makeHouse(here.system)])
    expect(await houseWithManager(here.system, id)).toEqual({
      house: await house(here.system, id),
      manager: await managerOf(here.system, id),
    });
  expect((await houseWithManager(here.system, here.houseId))?.manager?.companyId).toBe(here.companyId);
});

it('refused: what is no house', async ({ here }) => {
  expect([await houseWithManager(here.system, 'не номер'), await houseWithManager(here.system, newId())]).toEqual([null, null]);
});

it('other region: its house is not found', async ({ here, there }) => {
  expect(await houseWithManager(here.system, there.houseId)).toBeNull();
});
