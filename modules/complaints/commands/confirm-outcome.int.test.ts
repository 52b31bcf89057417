// The author says that the problem is solved, once, with or without a grade.
import { heard } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { complaintConfirmed, complaintRated } from '../contract.ts';
import { answerIn, complaintOf, DAY, expectUntouched, it as base, strangersIn, trailOf } from '../testing/it.ts';
import { confirmOutcome } from './confirm-outcome.server.ts';

const it = base.extend('answeredId', async ({ here, complaintId }) => {
  await answerIn(here, complaintId);
  return complaintId;
});

it('right: the complaint is closed, graded and told', async ({ regions, here, answeredId }) => {
  regions.clock.advance(DAY);
  await confirmOutcome(here.resident, { complaintId: answeredId, grade: 4, comment: 'Быстро' });
  expect(await complaintOf(here, answeredId)).toMatchObject({
    status: 'confirmed',
    closed_at: regions.clock.now(),
    react_until: null,
  });
  expect(await trailOf(here, answeredId)).toEqual(['filed', 'cabinet', 'answered', 'confirmed', 'rated']);
  const { author_id: authorId } = await complaintOf(here, answeredId);
  const told = { complaintId: answeredId, houseId: here.houseId, companyId: here.companyId, authorId };
  expect(await heard(here.system, complaintConfirmed)).toContainEqual(told);
  expect(await heard(here.system, complaintRated)).toContainEqual({
    complaintId: answeredId,
    companyId: here.companyId,
    grade: 4,
  });
});

it('right: without a grade none is written', async ({ here, answeredId }) => {
  await confirmOutcome(here.resident, { complaintId: answeredId, comment: '' });
  expect((await trailOf(here, answeredId)).slice(-1)).toEqual(['confirmed']);
  const grades = here.system.db.selectFrom('complaint_grade').selectAll().where('complaint_id', '=', answeredId);
  expect(await grades.execute()).toEqual([]);
});

it('refused: everybody but the author, a second time, and before the answer', async ({ regions, here, answeredId }) => {
  const people = [here.employee, here.official, ...(await strangersIn(regions))];
  await expectUntouched(here, answeredId, async () => {
    for (const ctx of people)
      await expect(confirmOutcome(ctx, { complaintId: answeredId, comment: '' })).rejects.toMatchObject({ kind: 'notFound' });
  });
  await confirmOutcome(here.resident, { complaintId: answeredId, comment: '' });
  await expect(confirmOutcome(here.resident, { complaintId: answeredId, comment: '' })).rejects.toMatchObject({
    kind: 'conflict',
  });
});

it('refused: a complaint nobody has answered', async ({ here, complaintId }) => {
  await expectUntouched(here, complaintId, async () => {
    await expect(confirmOutcome(here.resident, { complaintId, comment: '' })).rejects.toMatchObject({ kind: 'conflict' });
  });
});

it('other region: its residents confirm nothing here', async ({ here, there, answeredId }) => {
  await expectUntouched(here, answeredId, async () => {
    await expect(confirmOutcome(there.resident, { complaintId: answeredId, comment: '' })).rejects.toMatchObject({
      kind: 'notFound',
    });
  });
});
