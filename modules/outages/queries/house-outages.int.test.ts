// What anybody sees of a house: what is off, what is past its end, what is planned soon, what has just ended.
import { makeHouse } from '@zhkh/directory/testing';
import { anonymousIn, asResident, canary, leakProbe } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { cancelOutage } from '../commands/cancel-outage.server.ts';
import { finishOutage } from '../commands/finish-outage.server.ts';
import { announceIn, HOUR, it, MINUTE } from '../testing/it.ts';
import { houseOutages, outagesBeforeFiling } from './house-outages.server.ts';

it('right: now, past the end, and planned within the days ahead', async ({ regions, here }) => {
  const [house] = here.houses;
  await announceIn(here);
  await announceIn(here, { kind: 'planned', services: ['4'], startsAt: '2026-03-10T09:00', endsAt: '2026-03-10T12:00' });
  await announceIn(here, { kind: 'planned', services: ['5'], startsAt: '2026-04-10T09:00', endsAt: '2026-04-10T12:00' });
  const titles = async () => (await houseOutages(here.resident, house)).items.map((item) => item.title.replaceAll('\u00a0', ' '));
  expect(await titles()).toEqual(['Нет холодной воды до 15:00', 'Не будет электричества 10 марта, 9:00–12:00']);
  expect(await outagesBeforeFiling(here.resident, house, 'water.no_cold')).toMatchObject({ explains: true });
  expect(await outagesBeforeFiling(here.resident, house, 'entrance.door')).toMatchObject({ explains: false });
  regions.clock.advance(200 * MINUTE);
  const [late] = (await houseOutages(here.resident, house)).items;
  expect(late).toMatchObject({ phase: 'overdue', title: 'Нет холодной воды', overdue: expect.stringContaining('15:00') });
});

it('right: an end is news for half a day, a cancelled one as well', async ({ regions, here, outageId }) => {
  const [house] = here.houses;
  const cancelled = await announceIn(here, { services: ['2'] });
  await finishOutage(here.employee, { outageId, revision: 1, reason: '' });
  await cancelOutage(here.employee, { outageId: cancelled, revision: 1, reason: 'Ошиблись' });
  const phases = async () => (await houseOutages(here.resident, house)).items.map((item) => item.phase).sort();
  expect(await phases()).toEqual(['cancelled', 'over']);
  expect(await outagesBeforeFiling(here.resident, house, 'water.no_cold')).toBeNull();
  regions.clock.advance(13 * HOUR);
  expect(await phases()).toEqual([]);
});

it('refused: another house is not touched; who follows it is told to the follower alone', async ({ regions, here, outageId }) => {
  const [house] = here.houses;
  const elsewhere = await makeHouse(here.system, { companyId: here.companyId });
  expect((await houseOutages(here.resident, house)).items.map((item) => item.id)).toEqual([outageId]);
  expect(await houseOutages(here.resident, elsewhere)).toMatchObject({ items: [], following: false });
  expect(await outagesBeforeFiling(here.resident, elsewhere, 'water.no_cold')).toBeNull();
  expect((await houseOutages(here.resident, house)).following).toBe(true);
  expect((await houseOutages(await asResident(regions, 'tyumen'), house)).following).toBe(false);
  const anybody = await houseOutages(await anonymousIn(regions, 'tyumen'), house);
  expect(anybody.following).toBeNull();
  expect(JSON.stringify(anybody)).not.toContain('Сотрудник');
});

it('other region: its outages are on no house here', async ({ regions, here, there }) => {
  await announceIn(here, { info: canary('tyumen') });
  await announceIn(there, { info: canary('omsk') });
  expect(JSON.stringify(await houseOutages(there.resident, there.houses[0]))).toContain(canary('omsk'));
  expect((await houseOutages(here.resident, there.houses[0])).items).toEqual([]);
  expect(await outagesBeforeFiling(here.resident, there.houses[0], 'water.no_cold')).toBeNull();
  await leakProbe(regions, async (ctx) => (await houseOutages(ctx, here.houses[0])).items);
});
