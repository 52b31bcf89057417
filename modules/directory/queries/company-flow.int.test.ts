// How the stock of a company moved: its houses month by month, the latest by name.
import { expect } from 'vitest';
import { makeCompany, makeHouse, makeTerm } from '../testing/factories.ts';
import { it, type Place } from '../testing/it.ts';
import { companyFlow } from './company-flow.server.ts';

/** A house that goes from one company to the other on a day. */
async function move({ system }: Place, from: string, to: string, on: string): Promise<string> {
  const houseId = await makeHouse(system, {
    companyId: from,
    since: '2025-01-01',
    address: 'обл. Тюменская, г. Тюмень, ул. Мира, д. 3',
  });
  await system.write((w) => w.db.updateTable('management').set({ valid_to: on }).where('house_id', '=', houseId).execute());
  await makeTerm(system, { houseId, companyId: to, from: on });
  return houseId;
}

it('right: months from the first change to this one, the latest moves with the other company', async ({ here }) => {
  const other = await makeCompany(here.system, { shortName: 'УК «Другая»' });
  const came = await move(here, other, here.companyId, '2026-01-20');
  const went = await move(here, here.companyId, other, '2026-03-01');
  const house = { address: 'г. Тюмень, ул. Мира, д. 3', other: 'УК «Другая»' };
  expect(await companyFlow(here.resident, here.companyId)).toEqual({
    months: [
      { month: '2026-01', came: 1, went: 0 },
      { month: '2026-02', came: 0, went: 0 },
      { month: '2026-03', came: 0, went: 1 },
    ],
    latest: [
      { ...house, houseId: went, on: '2026-03-01', came: false },
      { ...house, houseId: came, on: '2026-01-20', came: true },
    ],
  });
});

it('refused: the first term of a house, what is yet to come, moves between others', async ({ here }) => {
  const [other, third] = [await makeCompany(here.system), await makeCompany(here.system)];
  await move(here, other, third, '2026-02-01');
  await move(here, other, here.companyId, '2026-03-10');
  expect(await companyFlow(here.resident, here.companyId)).toEqual({ months: [], latest: [] });
  expect((await companyFlow(here.resident, third)).months).toHaveLength(2);
});

it('other region: the moves of its company are not seen here', async ({ here, there }) => {
  const houseId = await move(there, await makeCompany(there.system), there.companyId, '2026-02-10');
  expect(await companyFlow(here.official, there.companyId)).toEqual({ months: [], latest: [] });
  expect((await companyFlow(there.official, there.companyId)).latest.map((one) => one.houseId)).toEqual([houseId]);
});
