// One grade a complaint, by its author, changeable.
import { heard } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { complaintRated } from '../contract.ts';
import { answerIn, expectUntouched, it as base, strangersIn, trailOf } from '../testing/it.ts';
import { rateComplaint } from './rate-complaint.server.ts';

const it = base.extend('answeredId', async ({ here, complaintId }) => {
  await answerIn(here, complaintId);
  return complaintId;
});

it('right: a grade may be changed, there is one, and each is told', async ({ here, answeredId }) => {
  await rateComplaint(here.resident, { complaintId: answeredId, grade: 2, comment: '' });
  await rateComplaint(here.resident, { complaintId: answeredId, grade: 5, comment: 'Переделали' });
  const grades = here.system.db.selectFrom('complaint_grade').selectAll().where('complaint_id', '=', answeredId);
  expect(await grades.execute()).toMatchObject([{ grade: 5, comment: 'Переделали', company_id: here.companyId }]);
  expect((await trailOf(here, answeredId)).slice(-2)).toEqual(['rated', 'rated']);
  const told = (await heard(here.system, complaintRated)).filter((one) => one.complaintId === answeredId);
  expect(told.map((one) => [one.grade, one.companyId])).toEqual([
    [2, here.companyId],
    [5, here.companyId],
  ]);
});

it('refused: everybody but the author', async ({ regions, here, answeredId }) => {
  const people = [here.employee, here.official, ...(await strangersIn(regions))];
  await expectUntouched(here, answeredId, async () => {
    for (const ctx of people)
      await expect(rateComplaint(ctx, { complaintId: answeredId, grade: 1, comment: '' })).rejects.toMatchObject({
        kind: 'notFound',
      });
  });
});

it('refused: a complaint nobody has answered', async ({ here, complaintId }) => {
  await expectUntouched(here, complaintId, async () => {
    await expect(rateComplaint(here.resident, { complaintId, grade: 1, comment: '' })).rejects.toMatchObject({
      kind: 'conflict',
    });
  });
});

it('other region: its residents grade nothing here', async ({ here, there, answeredId }) => {
  await expectUntouched(here, answeredId, async () => {
    await expect(rateComplaint(there.resident, { complaintId: answeredId, grade: 1, comment: '' })).rejects.toMatchObject({
      kind: 'notFound',
    });
  });
});
