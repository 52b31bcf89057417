// Houses get the manager whose term is valid today, and neighbours are told of the change.
import { heard, listening } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { installed } from '../../installed.server.ts';
import { managerChanged } from '../contract.ts';
import { makeCompany, makeHouse, makeTerm } from '../testing/factories.ts';
import { DAY, it as ground, type Place } from '../testing/it.ts';
import { applyManagers } from './apply-managers.server.ts';

const it = ground.extend('modules', { scope: 'file' }, () => listening(installed));

const apply = ({ system }: Place, newSince?: Date) => system.write((w) => applyManagers(system, w, newSince));
const managerOf = ({ system }: Place, houseId: string) =>
  system.db.selectFrom('house').select('company_id').where('id', '=', houseId).executeTakeFirstOrThrow();
const toldOf = async ({ system }: Place, houseId: string) =>
  (await heard(system, managerChanged)).filter((told) => told.houseId === houseId);

/** The term of the place's company ends on the day, that of a new one begins. */
async function handOver({ system, houseId }: Place, on: string): Promise<string> {
  const next = await makeCompany(system);
  await system.write((w) => w.db.updateTable('management').set({ valid_to: on }).where('house_id', '=', houseId).execute());
  await makeTerm(system, { houseId, companyId: next, from: on });
  return next;
}

it('right: the term that begins today counts, once, and is told', async ({ here }) => {
  const next = await handOver(here, '2026-03-02');
  expect(await apply(here)).toBe(1);
  expect(await managerOf(here, here.houseId)).toEqual({ company_id: next });
  const told = { houseId: here.houseId, fromCompanyId: here.companyId, toCompanyId: next, on: '2026-03-02' };
  expect(await toldOf(here, here.houseId)).toEqual([told]);
  expect(await apply(here)).toBe(0);
  expect(await toldOf(here, here.houseId)).toEqual([told]);
});

it('right: a term that ended leaves nobody; of a new house nobody is told', async ({ regions, here }) => {
  await here.system.write((w) =>
    w.db.updateTable('management').set({ valid_to: '2026-03-02' }).where('house_id', '=', here.houseId).execute(),
  );
  regions.clock.advance(1000);
  const fresh = await makeHouse(here.system);
  await makeTerm(here.system, { houseId: fresh, companyId: here.companyId, from: '2026-03-02' });
  expect(await apply(here, regions.clock.now())).toBe(2);
  expect(await managerOf(here, here.houseId)).toEqual({ company_id: null });
  expect(await toldOf(here, here.houseId)).toMatchObject([{ fromCompanyId: here.companyId, toCompanyId: null }]);
  expect(await managerOf(here, fresh)).toEqual({ company_id: here.companyId });
  expect(await toldOf(here, fresh)).toEqual([]);
});

it('refused: a company whose term begins tomorrow; houses of others keep theirs', async ({ regions, here }) => {
  const neighbour = await makeHouse(here.system, { companyId: await makeCompany(here.system) });
  const before = await managerOf(here, neighbour);
  const next = await handOver(here, '2026-03-03');
  expect(await apply(here)).toBe(0);
  expect(await managerOf(here, here.houseId)).toEqual({ company_id: here.companyId });
  regions.clock.advance(DAY);
  expect(await apply(here)).toBe(1);
  expect([await managerOf(here, here.houseId), await managerOf(here, neighbour)]).toEqual([{ company_id: next }, before]);
});

it('other region: a term due there is not applied from here', async ({ here, there }) => {
  const next = await handOver(there, '2026-03-02');
  await apply(here);
  expect(await managerOf(there, there.houseId)).toEqual({ company_id: there.companyId });
  expect(await toldOf(there, there.houseId)).toEqual([]);
  await apply(there);
  expect(await managerOf(there, there.houseId)).toEqual({ company_id: next });
});
