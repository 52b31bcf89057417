// «Не наша зона»: the complaint leaves the company for the authority, which may hand it back.
import { expect } from 'vitest';
import { complaintView } from '../queries/complaint-view.server.ts';
import { complaintOf, deliveriesOf, expectUntouched, it, recordsOf, strangersIn } from '../testing/it.ts';
import { addressComplaint } from './address-complaint.server.ts';
import { redirectComplaint } from './redirect-complaint.server.ts';

it('right: the authority has it with the reason, the company no more, and may hand it back', async ({ here, complaintId }) => {
  const before = await complaintOf(here, complaintId);
  await redirectComplaint(here.employee, { complaintId, reason: 'Опора городская' });
  expect(await complaintOf(here, complaintId)).toMatchObject({
    status: 'redirected',
    addressee: 'authority',
    company_id: null,
    answer_due_at: null,
    repair_due_at: null,
  });
  expect(await deliveriesOf(here, complaintId)).toEqual(['cabinet:done', 'letter:discarded']);
  expect((await recordsOf(here, complaintId)).at(-1)).toMatchObject({
    kind: 'redirected',
    detail: { reason: 'Опора городская', company: before.company_name },
    answer_due_before: before.answer_due_at,
  });
  await expect(complaintView(here.employee, complaintId)).rejects.toMatchObject({ kind: 'notFound' });
  expect((await complaintView(here.official, complaintId)).can).toMatchObject({ address: true, answer: true });
  await addressComplaint(here.official, { complaintId, house: here.houseId });
  expect(await complaintOf(here, complaintId)).toMatchObject({ status: 'delivered', company_id: here.companyId, round: 1 });
});

it('refused: the author, the authority and strangers; and a second time', async ({ regions, here, complaintId }) => {
  const people = [here.resident, here.official, ...(await strangersIn(regions))];
  await expectUntouched(here, complaintId, async () => {
    for (const ctx of people)
      await expect(redirectComplaint(ctx, { complaintId, reason: 'нет' })).rejects.toMatchObject({ kind: 'notFound' });
  });
  await redirectComplaint(here.employee, { complaintId, reason: 'Опора городская' });
  await expect(redirectComplaint(here.employee, { complaintId, reason: 'ещё' })).rejects.toMatchObject({ kind: 'notFound' });
});

it('other region: its company hands nothing on here', async ({ here, there, complaintId }) => {
  await expectUntouched(here, complaintId, async () => {
    await expect(redirectComplaint(there.employee, { complaintId, reason: 'нет' })).rejects.toMatchObject({ kind: 'notFound' });
  });
});
