// Open complaints per house for the authority's register.
import { makeHouse } from '@zhkh/directory/testing';
import { expect } from 'vitest';
import { withdrawComplaint } from '../commands/withdraw-complaint.server.ts';
import { fileIn } from '../testing/factories.ts';
import { it } from '../testing/it.ts';
import { houseOpenCounts } from './house-open-counts.server.ts';

it('right: a number for each asked house that has open ones', async ({ here }) => {
  const [quiet, second] = [await makeHouse(here.system), await makeHouse(here.system, { companyId: here.companyId })];
  await fileIn(here);
  await fileIn(here);
  await fileIn(here, { house: second });
  const withdrawn = await fileIn(here, { house: second });
  await withdrawComplaint(here.resident, { complaintId: withdrawn.id });
  const source = houseOpenCounts(here.system);
  expect(await source.counts([here.houseId, second, quiet])).toEqual(
    new Map([
      [here.houseId, 2],
      [second, 1],
    ]),
  );
  const houses = await source.houses();
  expect([houses.includes(here.houseId), houses.includes(second), houses.includes(quiet)]).toEqual([true, true, false]);
});

it('refused: nothing of houses that were not asked about', async ({ here }) => {
  const second = await makeHouse(here.system, { companyId: here.companyId });
  await fileIn(here);
  await fileIn(here, { house: second });
  expect(await houseOpenCounts(here.system).counts([second])).toEqual(new Map([[second, 1]]));
});

it('other region: its houses are not counted', async ({ here, there }) => {
  await fileIn(here);
  await fileIn(there);
  const source = houseOpenCounts(here.system);
  expect(await source.counts([there.houseId, here.houseId])).toEqual(new Map([[here.houseId, 1]]));
  expect(await source.houses()).not.toContain(there.houseId);
});
