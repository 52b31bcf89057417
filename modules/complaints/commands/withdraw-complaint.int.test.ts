// The author takes an unanswered complaint back: it stays on record, its letter is not sent.
import { expect } from 'vitest';
import { answerIn, complaintOf, deliveriesOf, expectUntouched, HOUR, it, strangersIn, trailOf } from '../testing/it.ts';
import { withdrawComplaint } from './withdraw-complaint.server.ts';

it('right: it is closed and its letter is not sent; nobody answers it any more', async ({ regions, here, complaintId }) => {
  regions.clock.advance(HOUR);
  await withdrawComplaint(here.resident, { complaintId });
  expect(await complaintOf(here, complaintId)).toMatchObject({ status: 'withdrawn', closed_at: regions.clock.now() });
  expect(await deliveriesOf(here, complaintId)).toEqual(['cabinet:done', 'letter:discarded']);
  expect(await trailOf(here, complaintId)).toEqual(['filed', 'cabinet', 'withdrawn']);
  await expect(answerIn(here, complaintId)).rejects.toMatchObject({ kind: 'conflict' });
});

it('refused: everybody but the author, and what is answered', async ({ regions, here, complaintId }) => {
  const people = [here.employee, here.official, ...(await strangersIn(regions))];
  await expectUntouched(here, complaintId, async () => {
    for (const ctx of people) await expect(withdrawComplaint(ctx, { complaintId })).rejects.toMatchObject({ kind: 'notFound' });
  });
  await answerIn(here, complaintId);
  await expect(withdrawComplaint(here.resident, { complaintId })).rejects.toMatchObject({ kind: 'conflict' });
});

it('other region: its residents take nothing back here', async ({ here, there, complaintId }) => {
  await expectUntouched(here, complaintId, async () => {
    await expect(withdrawComplaint(there.resident, { complaintId })).rejects.toMatchObject({ kind: 'notFound' });
  });
});
