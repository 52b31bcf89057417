// An answer stops the clocks, stands with its photos, is told to the resident and to the neighbours.
import { heard } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { complaintAnswered } from '../contract.ts';
import { complaintView } from '../queries/complaint-view.server.ts';
import type { Scene } from '../testing/factories.ts';
import { complaintOf, DAY, expectUntouched, it, photoBy, strangersIn, trailOf } from '../testing/it.ts';
import { answerComplaint } from './answer-complaint.server.ts';
import { redirectComplaint } from './redirect-complaint.server.ts';

const answersOf = ({ system }: Scene, id: string) =>
  system.db.selectFrom('complaint_answer').selectAll().where('complaint_id', '=', id).execute();

it('right: the answer stands, the clocks stop, the resident may react', async ({ regions, here, complaintId }) => {
  regions.clock.advance(DAY);
  const photo = await photoBy(here.employee);
  await answerComplaint(here.employee, { complaintId, body: 'Заменили светильник', photos: [photo] });
  const now = regions.clock.now();
  const row = await complaintOf(here, complaintId);
  expect(row).toMatchObject({
    status: 'answered',
    answered_at: now,
    answer_stopped_at: now,
    repair_stopped_at: now,
    opened_at: now,
  });
  // Tuesday 3 March + 15 days: until 24:00 of 18 March in Tyumen.
  expect(row.react_until?.toISOString()).toBe('2026-03-18T19:00:00.000Z');
  const company = { company_id: here.companyId, author_label: 'Сотрудник' };
  expect(await answersOf(here, complaintId)).toMatchObject([
    { ...company, body: 'Заменили светильник', round: 0, in_time: true, at: now },
  ]);
  expect(await trailOf(here, complaintId)).toEqual(['filed', 'cabinet', 'answered']);
  const [shown] = (await complaintView(here.resident, complaintId)).answers;
  expect(shown).toMatchObject({ body: 'Заменили светильник', inTime: true, photos: [{ id: photo.fileId }] });
  const told = { complaintId, houseId: here.houseId, companyId: here.companyId, inTime: true };
  expect(await heard(here.system, complaintAnswered)).toContainEqual(told);
});

it('right: an SMS with a link tells the resident', async ({ here, complaintId }) => {
  await answerComplaint(here.employee, { complaintId, body: 'Заменили светильник', photos: [] });
  const messages = await here.system.db
    .selectFrom('outgoing_message')
    .select(['channel', 'text'])
    .where('purpose', '=', 'complaints.answered')
    .where('text', 'like', `%/complaints/${complaintId}%`)
    .execute();
  expect(messages.map((message) => message.channel)).toEqual(['sms']);
});

it('right: an answer past its term is kept and told as late', async ({ regions, here, complaintId }) => {
  regions.clock.advance(20 * DAY);
  await answerComplaint(here.employee, { complaintId, body: 'Готово', photos: [] });
  expect(await answersOf(here, complaintId)).toMatchObject([{ in_time: false }]);
  expect(await heard(here.system, complaintAnswered)).toContainEqual(expect.objectContaining({ complaintId, inTime: false }));
});

it('right: an authority answers what stands in its own queue', async ({ here, complaintId }) => {
  await redirectComplaint(here.employee, { complaintId, reason: 'Опора городская' });
  await answerComplaint(here.official, { complaintId, body: 'Передали в Горсвет', photos: [] });
  expect(await complaintOf(here, complaintId)).toMatchObject({ status: 'answered', addressee: 'authority', company_id: null });
  expect(await answersOf(here, complaintId)).toMatchObject([{ company_id: null, body: 'Передали в Горсвет', in_time: null }]);
});

it('refused: strangers, the author, and the authority while the company has it', async ({ regions, here, complaintId }) => {
  const answer = { complaintId, body: 'нет', photos: [] };
  const [resident, company, official] = await strangersIn(regions);
  await expectUntouched(here, complaintId, async () => {
    for (const ctx of [here.resident, resident, here.system])
      await expect(answerComplaint(ctx ?? here.system, answer)).rejects.toMatchObject({ kind: 'forbidden' });
    for (const ctx of [company, official])
      await expect(answerComplaint(ctx ?? here.system, answer)).rejects.toMatchObject({ kind: 'notFound' });
    await expect(answerComplaint(here.official, answer)).rejects.toMatchObject({ kind: 'conflict' });
  });
});

it('other region: its company and its official do not answer here', async ({ here, there, complaintId }) => {
  await expectUntouched(here, complaintId, async () => {
    for (const ctx of [there.employee, there.official])
      await expect(answerComplaint(ctx, { complaintId, body: 'нет', photos: [] })).rejects.toMatchObject({ kind: 'notFound' });
  });
});
