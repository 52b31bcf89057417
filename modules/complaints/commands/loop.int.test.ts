// A complaint over several commands: filed, opened, taken, answered, confirmed; closed without a reaction.
import { expect } from 'vitest';
import { closeSome } from '../jobs/close-expired.server.ts';
import { complaintView } from '../queries/complaint-view.server.ts';
import { answerIn, complaintOf, DAY, it, trailOf } from '../testing/it.ts';
import { confirmOutcome } from './confirm-outcome.server.ts';
import { markOpened } from './mark-opened.server.ts';
import { refuteOutcome } from './refute-outcome.server.ts';
import { takeIntoWork } from './take-into-work.server.ts';

it('goes all the way round to a confirmed end with a grade', async ({ regions, here, complaintId }) => {
  await markOpened(here.employee, complaintId);
  await markOpened(here.employee, complaintId);
  regions.clock.advance(DAY);
  await takeIntoWork(here.employee, { complaintId, performer: 'Ершов' });
  regions.clock.advance(DAY);
  await answerIn(here, complaintId);
  expect((await complaintOf(here, complaintId)).status).toBe('answered');
  const seen = await complaintView(here.resident, complaintId);
  expect(seen.can).toMatchObject({ confirm: true, refute: true, rate: true, withdraw: false, answer: false });
  expect(seen.answers[0]).toMatchObject({ body: 'Заменили светильник', inTime: true });
  await confirmOutcome(here.resident, { complaintId, grade: 4, comment: 'Быстро' });
  expect(await complaintOf(here, complaintId)).toMatchObject({ status: 'confirmed', performer: 'Ершов' });
  expect(await trailOf(here, complaintId)).toEqual(['filed', 'cabinet', 'opened', 'taken', 'answered', 'confirmed', 'rated']);
  await expect(confirmOutcome(here.resident, { complaintId, comment: '' })).rejects.toMatchObject({ kind: 'conflict' });
});

it('closes by itself after fifteen days and may be opened again for thirty', async ({ regions, here, complaintId }) => {
  await answerIn(here, complaintId);
  regions.clock.advance(14 * DAY);
  expect(await closeSome(here.system)).toBe(0);
  regions.clock.advance(2 * DAY);
  expect(await closeSome(here.system)).toBe(1);
  expect(await complaintOf(here, complaintId)).toMatchObject({ status: 'expired', closed_at: regions.clock.now() });
  regions.clock.advance(20 * DAY);
  await refuteOutcome(here.resident, { complaintId, reason: 'Снова темно' });
  expect((await complaintOf(here, complaintId)).status).toBe('refuted');
});
