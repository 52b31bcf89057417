// The utility is back: the outage is over for good.
import { asOfficial, heard } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { outageEnded } from '../contract.ts';
import { announceIn, changesOf, expectUntouched, it, outageRow, strangersIn } from '../testing/it.ts';
import { finishOutage } from './finish-outage.server.ts';

it('right: it is over by a person, kept in the history and told', async ({ regions, here, outageId }) => {
  await finishOutage(here.employee, { outageId, revision: 1, reason: 'Насос заменили' });
  const closed = { state: 'over', closed_by: 'person', closed_at: regions.clock.now(), revision: 2 };
  expect(await outageRow(here, outageId)).toMatchObject(closed);
  expect((await changesOf(here, outageId)).map((one) => [one.kind, one.reason])).toEqual([
    ['announced', ''],
    ['finished', 'Насос заменили'],
  ]);
  expect(await heard(here.system, outageEnded)).toContainEqual({ outageId, revision: 2, how: 'over' });
});

it('right: an official of the territory finishes it for the company', async ({ regions, here, outageId }) => {
  const official = await asOfficial(regions, 'tyumen', { territories: ['71701'] });
  await finishOutage(official, { outageId, revision: 1, reason: '' });
  expect((await changesOf(here, outageId)).at(-1)).toMatchObject({ kind: 'finished', actor_kind: 'authority' });
});

it('refused: strangers, a correction past another, what has not begun, and a second time', async ({
  regions,
  here,
  outageId,
}) => {
  const strangers = await strangersIn(regions);
  await expectUntouched(here, outageId, async () => {
    for (const ctx of strangers)
      await expect(finishOutage(ctx, { outageId, revision: 1, reason: '' })).rejects.toMatchObject({ kind: 'notFound' });
    await expect(finishOutage(here.employee, { outageId, revision: 2, reason: '' })).rejects.toThrow('outages.changed-meanwhile');
  });
  const planned = await announceIn(here, { startsAt: '2026-03-10T09:00', endsAt: '2026-03-10T12:00' });
  await expect(finishOutage(here.employee, { outageId: planned, revision: 1, reason: '' })).rejects.toThrow('outages.too-late');
  await finishOutage(here.employee, { outageId, revision: 1, reason: '' });
  await expect(finishOutage(here.employee, { outageId, revision: 2, reason: '' })).rejects.toThrow('outages.too-late');
});

it('other region: neither its company nor its official finishes it', async ({ here, there, outageId }) => {
  await expectUntouched(here, outageId, async () => {
    for (const ctx of [there.employee, there.official])
      await expect(finishOutage(ctx, { outageId, revision: 1, reason: '' })).rejects.toMatchObject({ kind: 'notFound' });
  });
});
