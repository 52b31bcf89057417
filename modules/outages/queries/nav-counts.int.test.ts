// Numbers beside «Отключения» in a cabinet.
import { anonymousIn, asOfficial } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { finishOutage } from '../commands/finish-outage.server.ts';
import { announceIn, HOUR, it, strangersIn } from '../testing/it.ts';
import { navCounts } from './nav-counts.server.ts';

it('right: what is off now, and what is past its promised end', async ({ regions, here, outageId }) => {
  await announceIn(here, { endsAt: '2026-03-02T20:00' });
  await announceIn(here, { kind: 'planned', startsAt: '2026-03-10T09:00', endsAt: '2026-03-10T12:00' });
  expect(await navCounts(here.employee)).toEqual({ '/company/outages': { count: 2, late: 0 } });
  regions.clock.advance(4 * HOUR);
  expect(await navCounts(here.employee)).toEqual({ '/company/outages': { count: 2, late: 1 } });
  await finishOutage(here.employee, { outageId, revision: 1, reason: '' });
  expect(await navCounts(here.employee)).toEqual({ '/company/outages': { count: 1, late: 0 } });
  const official = await asOfficial(regions, 'tyumen', { territories: ['71701'] });
  expect(await navCounts(official)).toEqual({ '/authority/outages': { count: 1, late: 0 } });
});

it('refused: residents have no counts, other companies and territories count none of these', async ({ regions, here }) => {
  await announceIn(here);
  const [company, official, resident] = await strangersIn(regions);
  expect(await navCounts(company ?? here.employee)).toEqual({ '/company/outages': { count: 0, late: 0 } });
  expect(await navCounts(official ?? here.employee)).toEqual({ '/authority/outages': { count: 0, late: 0 } });
  expect(await navCounts(resident ?? here.employee)).toBeNull();
  expect(await navCounts(await anonymousIn(regions, 'tyumen'))).toBeNull();
});

it('other region: it counts its own only', async ({ here, there }) => {
  await announceIn(there);
  expect(await navCounts(there.official)).toEqual({ '/authority/outages': { count: 1, late: 0 } });
  const before = await navCounts(here.official);
  await announceIn(there, { services: ['2'] });
  expect(await navCounts(here.official)).toEqual(before);
});
