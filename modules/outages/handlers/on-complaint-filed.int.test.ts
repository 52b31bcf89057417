// A complaint is counted beside the outage that explains it.
import { fileIn } from '@zhkh/complaints/testing';
import { expect } from 'vitest';
import { outageOne } from '../queries/outage-one.server.ts';
import { it } from '../testing/it.ts';
import { work } from '../testing/scene.ts';

it('counts complaints an outage explains, and no others', async ({ regions, here, outageId }) => {
  await fileIn({ resident: here.resident, houseId: here.houses[0] }, { category: 'water.no_cold' });
  await fileIn({ resident: here.resident, houseId: here.houses[0] }, { category: 'entrance.light' });
  await work(regions, here.system);
  expect((await outageOne(here.employee, outageId)).complaints).toBe(1);
});
