// The author says it is not solved: the complaint opens again, a limited number of times and not for ever.
import { heard } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { complaintRefuted } from '../contract.ts';
import { closeSome } from '../jobs/close-expired.server.ts';
import { complaintView } from '../queries/complaint-view.server.ts';
import { answerIn, complaintOf, DAY, deliveriesOf, expectUntouched, it as base, recordsOf, strangersIn } from '../testing/it.ts';
import { answerComplaint } from './answer-complaint.server.ts';
import { redirectComplaint } from './redirect-complaint.server.ts';
import { refuteOutcome } from './refute-outcome.server.ts';

const it = base.extend('answeredId', async ({ here, complaintId }) => {
  await answerIn(here, complaintId);
  return complaintId;
});

it('right: it opens again with new dates and a new delivery, and is told', async ({ regions, here, answeredId }) => {
  const before = await complaintOf(here, answeredId);
  regions.clock.advance(3 * DAY);
  await refuteOutcome(here.resident, { complaintId: answeredId, reason: 'Опять не горит' });
  const after = await complaintOf(here, answeredId);
  expect(after).toMatchObject({ status: 'refuted', round: 1, refuted_count: 1, answer_stopped_at: null, react_until: null });
  expect(after).toMatchObject({ clock_started_at: regions.clock.now(), repair_stopped_at: null, opened_at: null });
  expect(after.answer_due_at?.getTime()).toBeGreaterThan(before.answer_due_at?.getTime() ?? 0);
  expect(await deliveriesOf(here, answeredId)).toEqual(['cabinet:done', 'letter:waiting', 'cabinet:done', 'letter:waiting']);
  expect(await recordsOf(here, answeredId)).toContainEqual(
    expect.objectContaining({ kind: 'refuted', detail: { reason: 'Опять не горит' }, answer_due_before: before.answer_due_at }),
  );
  const told = { complaintId: answeredId, houseId: here.houseId, companyId: here.companyId };
  expect(await heard(here.system, complaintRefuted)).toContainEqual(told);
});

it('right: what the authority itself had answered goes back into its queue', async ({ here, complaintId }) => {
  await redirectComplaint(here.employee, { complaintId, reason: 'Опора городская' });
  await answerComplaint(here.official, { complaintId, body: 'Передали', photos: [] });
  await refuteOutcome(here.resident, { complaintId, reason: 'Никто не пришёл' });
  expect(await complaintOf(here, complaintId)).toMatchObject({ status: 'redirected', addressee: 'authority', refuted_count: 1 });
});

it('right: one that closed by itself may be opened again for thirty days', async ({ regions, here, answeredId }) => {
  regions.clock.advance(16 * DAY);
  await closeSome(here.system);
  regions.clock.advance(20 * DAY);
  await refuteOutcome(here.resident, { complaintId: answeredId, reason: 'Снова темно' });
  expect((await complaintOf(here, answeredId)).status).toBe('refuted');
});

it('refused: after those thirty days', async ({ regions, here, answeredId }) => {
  regions.clock.advance(16 * DAY);
  await closeSome(here.system);
  regions.clock.advance(31 * DAY);
  await expect(refuteOutcome(here.resident, { complaintId: answeredId, reason: 'поздно' })).rejects.toMatchObject({
    code: 'complaints.too-late-to-reopen',
  });
});

it('refused: the fourth time', async ({ here, answeredId }) => {
  for (const reason of ['раз', 'два', 'три']) {
    await refuteOutcome(here.resident, { complaintId: answeredId, reason });
    await answerIn(here, answeredId);
  }
  await expect(refuteOutcome(here.resident, { complaintId: answeredId, reason: 'четыре' })).rejects.toMatchObject({
    code: 'complaints.refuted-enough',
  });
  expect((await complaintView(here.resident, answeredId)).can.refute).toBe(false);
});

it('refused: everybody but the author, and what is not answered', async ({ regions, here, complaintId }) => {
  const people = [here.employee, here.official, ...(await strangersIn(regions))];
  await expectUntouched(here, complaintId, async () => {
    await expect(refuteOutcome(here.resident, { complaintId, reason: 'рано' })).rejects.toMatchObject({ kind: 'conflict' });
  });
  await answerIn(here, complaintId);
  await expectUntouched(here, complaintId, async () => {
    for (const ctx of people)
      await expect(refuteOutcome(ctx, { complaintId, reason: 'нет' })).rejects.toMatchObject({ kind: 'notFound' });
  });
});

it('other region: its residents open nothing again here', async ({ here, there, answeredId }) => {
  await expectUntouched(here, answeredId, async () => {
    await expect(refuteOutcome(there.resident, { complaintId: answeredId, reason: 'нет' })).rejects.toMatchObject({
      kind: 'notFound',
    });
  });
});
