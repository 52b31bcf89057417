// What a company keeps of complaints that left with their houses: a line, and only that company.
import { managerChanged } from '@zhkh/directory';
import { makeCompany, makeTerm } from '@zhkh/directory/testing';
import { drainRegion } from '@zhkh/kernel/worker.server';
import { asEmployee, type TwoRegions } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { fileIn, type Scene } from '../testing/factories.ts';
import { DAY, it, strangersIn } from '../testing/it.ts';
import { handedAway } from './handed-away.server.ts';

/** The house goes to a new company today; its open complaints follow. */
async function leave(regions: TwoRegions, { system, houseId, companyId }: Scene): Promise<string> {
  const today = regions.clock.now().toISOString().slice(0, 10);
  const next = await makeCompany(system, { shortName: 'УК «Новая»' });
  const term = { houseId, fromCompanyId: companyId, toCompanyId: next, on: today };
  await system.write((w) => w.db.updateTable('management').set({ valid_to: today }).where('house_id', '=', houseId).execute());
  await makeTerm(system, { houseId, companyId: next, from: today });
  await system.write((w) => w.emit(managerChanged, term));
  await drainRegion(regions.runtime, system.tenant);
  return next;
}

it('right: number, house, where it went and whether it was late; for a quarter', async ({ regions, here }) => {
  const { number } = await fileIn(here, { body: 'Не горит свет', contactName: 'Ольга Петрова' });
  regions.clock.advance(30 * DAY);
  await leave(regions, here);
  const seen = await handedAway(here.employee);
  expect(seen).toMatchObject([{ number, to: 'УК «Новая»', late: true }]);
  expect(JSON.stringify(seen)).not.toContain('Ольга');
  regions.clock.advance(93 * DAY);
  expect(await handedAway(here.employee)).toEqual([]);
});

it('refused: the next company, strangers, the author and the authority get no such record', async ({ regions, here }) => {
  await fileIn(here);
  regions.clock.advance(DAY);
  const next = await asEmployee(regions, 'tyumen', { companyId: await leave(regions, here) });
  expect(await handedAway(here.employee)).toHaveLength(1);
  for (const ctx of [next, here.resident, here.official, ...(await strangersIn(regions))])
    expect(await handedAway(ctx)).toEqual([]);
});

it('other region: a company of the same id there has handed nothing away', async ({ regions, here }) => {
  await fileIn(here);
  regions.clock.advance(DAY);
  await leave(regions, here);
  const namesake = await asEmployee(regions, 'omsk', { companyId: here.companyId });
  expect(await handedAway(here.employee)).toHaveLength(1);
  expect(await handedAway(namesake)).toEqual([]);
});
