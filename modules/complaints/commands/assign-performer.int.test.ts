// The company names who does the work.
import { expect } from 'vitest';
import { answerIn, complaintOf, expectUntouched, it, strangersIn, trailOf } from '../testing/it.ts';
import { assignPerformer } from './assign-performer.server.ts';

it('right: the performer stands and the complaint is in work', async ({ here, complaintId }) => {
  await assignPerformer(here.employee, { complaintId, performer: 'Ершов' });
  expect(await complaintOf(here, complaintId)).toMatchObject({ status: 'in_work', performer: 'Ершов' });
  await assignPerformer(here.employee, { complaintId, performer: 'Власова' });
  expect(await complaintOf(here, complaintId)).toMatchObject({ status: 'in_work', performer: 'Власова' });
  expect(await trailOf(here, complaintId)).toEqual(['filed', 'cabinet', 'assigned', 'assigned']);
});

it('refused: another company, the authority, the author; and an answered complaint', async ({ regions, here, complaintId }) => {
  const strangers = await strangersIn(regions);
  await expectUntouched(here, complaintId, async () => {
    for (const ctx of [here.resident, here.official, ...strangers])
      await expect(assignPerformer(ctx, { complaintId, performer: 'Я' })).rejects.toMatchObject({ kind: 'notFound' });
  });
  await answerIn(here, complaintId);
  await expect(assignPerformer(here.employee, { complaintId, performer: 'Ершов' })).rejects.toMatchObject({ kind: 'conflict' });
});

it('other region: its company names nobody here', async ({ here, there, complaintId }) => {
  await expectUntouched(here, complaintId, async () => {
    await expect(assignPerformer(there.employee, { complaintId, performer: 'Я' })).rejects.toMatchObject({ kind: 'notFound' });
  });
});
