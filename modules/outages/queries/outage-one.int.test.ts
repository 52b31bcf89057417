// One outage in a cabinet: houses, history, who follows, and what may be done with it now.
import { asOfficial, asResident } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { finishOutage } from '../commands/finish-outage.server.ts';
import { subscribe } from '../commands/subscribe.server.ts';
import { announceIn, it, strangersIn } from '../testing/it.ts';
import { outageOne } from './outage-one.server.ts';

it('right: its houses, its followers once each, its steps', async ({ regions, here, outageId }) => {
  const neighbour = await asResident(regions, 'tyumen');
  for (const house of here.houses) await subscribe(neighbour, house);
  const seen = await outageOne(here.employee, outageId);
  expect(seen).toMatchObject({ revision: 1, endField: '2026-03-02T15:00', flats: 120, complaints: 0, subscribers: 2, own: true });
  expect(seen.houses.map((house) => house.id).sort()).toEqual([...here.houses].sort());
  expect([...seen.steps].sort()).toEqual(['cancel', 'finish', 'move']);
  await finishOutage(here.employee, { outageId, revision: 1, reason: '' });
  const over = await outageOne(here.employee, outageId);
  expect([over.steps, over.history.map((line) => line.kind)]).toEqual([[], ['announced', 'finished']]);
});

it('right: an official of the territory may act on it', async ({ regions, outageId }) => {
  const official = await asOfficial(regions, 'tyumen', { territories: ['71701'] });
  expect((await outageOne(official, outageId)).own).toBe(true);
});

it('refused: other companies, territories and residents find nothing', async ({ regions, here, outageId }) => {
  for (const ctx of [here.resident, ...(await strangersIn(regions))])
    await expect(outageOne(ctx, outageId)).rejects.toMatchObject({ kind: 'notFound' });
});

it('other region: its staff find nothing here, nor ours there', async ({ here, there, outageId }) => {
  const theirs = await announceIn(there);
  for (const ctx of [there.employee, there.official])
    await expect(outageOne(ctx, outageId)).rejects.toMatchObject({ kind: 'notFound' });
  await expect(outageOne(here.official, theirs)).rejects.toMatchObject({ kind: 'notFound' });
});
