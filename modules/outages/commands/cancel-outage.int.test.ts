// An outage that will not be is cancelled with a reason for residents.
import { heard } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { outageEnded } from '../contract.ts';
import { changesOf, expectUntouched, it, outageRow, strangersIn } from '../testing/it.ts';
import { cancelOutage } from './cancel-outage.server.ts';
import { finishOutage } from './finish-outage.server.ts';

it('right: it is cancelled with its reason, kept in the history and told', async ({ regions, here, outageId }) => {
  await cancelOutage(here.employee, { outageId, revision: 1, reason: 'Ошиблись домом' });
  expect(await outageRow(here, outageId)).toMatchObject({
    state: 'cancelled',
    closed_at: regions.clock.now(),
    closed_by: 'person',
    cancel_reason: 'Ошиблись домом',
    revision: 2,
  });
  expect((await changesOf(here, outageId)).at(-1)).toMatchObject({ kind: 'cancelled', reason: 'Ошиблись домом', revision: 2 });
  expect(await heard(here.system, outageEnded)).toContainEqual({ outageId, revision: 2, how: 'cancelled' });
});

it('refused: strangers, a correction past another, and what is over already', async ({ regions, here, outageId }) => {
  const strangers = await strangersIn(regions);
  await expectUntouched(here, outageId, async () => {
    for (const ctx of strangers)
      await expect(cancelOutage(ctx, { outageId, revision: 1, reason: 'нет' })).rejects.toMatchObject({ kind: 'notFound' });
    await expect(cancelOutage(here.employee, { outageId, revision: 2, reason: 'нет' })).rejects.toThrow(
      'outages.changed-meanwhile',
    );
  });
  await finishOutage(here.employee, { outageId, revision: 1, reason: '' });
  await expect(cancelOutage(here.employee, { outageId, revision: 2, reason: 'Ошибка' })).rejects.toThrow('outages.too-late');
});

it('other region: neither its company nor its official cancels it', async ({ here, there, outageId }) => {
  await expectUntouched(here, outageId, async () => {
    for (const ctx of [there.employee, there.official])
      await expect(cancelOutage(ctx, { outageId, revision: 1, reason: 'нет' })).rejects.toMatchObject({ kind: 'notFound' });
  });
});
