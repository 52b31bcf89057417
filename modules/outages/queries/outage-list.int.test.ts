// The list of a cabinet: its tabs, filters and counts, and nobody else's outages.
import { asOfficial, canary, leakProbe } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { cancelOutage } from '../commands/cancel-outage.server.ts';
import { listQuery } from '../domain/list-query.ts';
import { addressOf, announceIn, HOUR, it, strangersIn } from '../testing/it.ts';
import { outageList } from './outage-list.server.ts';

const ask = (filter: Partial<ReturnType<typeof listQuery.parse>> = {}) => ({ ...listQuery.parse({}), ...filter });
const bare = { companies: false };

it('right: three tabs with their counts, filters by words, utility and kind', async ({ regions, here }) => {
  const ids = {
    water: await announceIn(here),
    power: await announceIn(here, { services: ['4'], scope: 'chosen', houses: [here.houses[1]] }),
    planned: await announceIn(here, { kind: 'planned', startsAt: '2026-03-10T09:00', endsAt: '2026-03-10T12:00' }),
    cancelled: await announceIn(here, { services: ['2'] }),
  };
  await cancelOutage(here.employee, { outageId: ids.cancelled, revision: 1, reason: 'Ошиблись' });
  const found = async (filter: Parameters<typeof ask>[0]) =>
    (await outageList(here.employee, ask(filter), bare)).items.map((item) => item.id).sort();
  expect(await found({})).toEqual([ids.water, ids.power].sort());
  expect(await found({ tab: 'planned' })).toEqual([ids.planned]);
  expect(await found({ tab: 'past' })).toEqual([ids.cancelled]);
  expect(await found({ service: '4' })).toEqual([ids.power]);
  expect(await found({ kind: 'planned' })).toEqual([]);
  const [first] = (await addressOf(here, here.houses[0])).match(/\d+$/) ?? [];
  expect(await found({ q: `проверочная, ${first}` })).toContain(ids.water);
  expect(await found({ q: 'такой улицы нет' })).toEqual([]);
  regions.clock.advance(4 * HOUR);
  expect(await outageList(here.employee, ask(), bare)).toMatchObject({
    total: 2,
    counts: { now: 2, planned: 1, past: 1 },
    overdue: 2,
    companies: [],
  });
});

it('right: an official sees the companies of the own territory', async ({ regions, here, outageId }) => {
  const official = await asOfficial(regions, 'tyumen', { territories: ['71701'] });
  const list = await outageList(official, ask({ company: here.companyId }), { companies: true });
  expect(list.items.map((item) => item.id)).toEqual([outageId]);
  expect(list.companies.map((one) => one.value)).toContain(here.companyId);
});

it('refused: other companies, territories and residents find nothing', async ({ regions, here }) => {
  await announceIn(here);
  for (const ctx of [here.resident, ...(await strangersIn(regions))])
    expect(await outageList(ctx, ask(), { companies: true })).toEqual({
      items: [],
      total: 0,
      counts: { now: 0, planned: 0, past: 0 },
      overdue: 0,
      companies: [],
    });
});

it('other region: nothing of it is listed', async ({ regions, here, there }) => {
  await announceIn(here, { info: canary('tyumen') });
  await announceIn(there, { info: canary('omsk') });
  expect(JSON.stringify(await outageList(there.official, ask(), bare))).toContain(canary('omsk'));
  await leakProbe(regions, (ctx) => outageList(ctx, ask(), { companies: true }));
});
