// The whole way of a complaint: taken, answered, confirmed or refuted, graded, withdrawn, handed over, closed by itself.
import { sql } from 'kysely';
import { type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { installed } from '../../installed.server.ts';
import { closeSome } from '../jobs/close-expired.server.ts';
import { companyInbox } from '../queries/company-inbox.server.ts';
import { complaintView } from '../queries/complaint-view.server.ts';
import { complaintInput, fileIn, makeScene, type Scene } from '../testing/factories.ts';
import { addNote } from './add-note.server.ts';
import { addressComplaint } from './address-complaint.server.ts';
import { answerComplaint } from './answer-complaint.server.ts';
import { confirmOutcome } from './confirm-outcome.server.ts';
import { fileComplaint } from './file-complaint.server.ts';
import { markOpened } from './mark-opened.server.ts';
import { rateComplaint } from './rate-complaint.server.ts';
import { redirectComplaint } from './redirect-complaint.server.ts';
import { refuteOutcome } from './refute-outcome.server.ts';
import { takeIntoWork } from './take-into-work.server.ts';
import { withdrawComplaint } from './withdraw-complaint.server.ts';

const MONDAY = new Date('2026-03-02T07:00:00Z');
const DAY = 86_400_000;
let regions: TwoRegions;
let scene: Scene;
let complaintId: string;
beforeAll(async () => {
  regions = await twoRegions(installed);
  scene = await makeScene(regions, 'tyumen');
});
beforeEach(async () => {
  regions.clock.set(MONDAY);
  complaintId = (await fileIn(scene)).id;
});
afterAll(() => regions.close());

const rowOf = () => scene.system.db.selectFrom('complaint').selectAll().where('id', '=', complaintId).executeTakeFirstOrThrow();
const kindsOf = async () => {
  const events = await scene.system.db
    .selectFrom('complaint_event')
    .select('kind')
    .where('complaint_id', '=', complaintId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return events.map((event) => event.kind);
};
const answer = () => answerComplaint(scene.employee, { complaintId, body: 'Заменили светильник', photos: [] });

it('goes all the way round to a confirmed end with a grade', async () => {
  await markOpened(scene.employee, complaintId);
  await markOpened(scene.employee, complaintId);
  regions.clock.advance(DAY);
  await takeIntoWork(scene.employee, { complaintId, performer: 'Ершов' });
  regions.clock.advance(DAY);
  await answer();
  expect((await rowOf()).status).toBe('answered');
  const seen = await complaintView(scene.resident, complaintId);
  expect(seen.can).toMatchObject({ confirm: true, refute: true, rate: true, withdraw: false, answer: false });
  expect(seen.answers[0]).toMatchObject({ body: 'Заменили светильник', inTime: true });
  await confirmOutcome(scene.resident, { complaintId, grade: 4, comment: 'Быстро' });
  expect(await rowOf()).toMatchObject({ status: 'confirmed', performer: 'Ершов' });
  expect(await kindsOf()).toEqual(['filed', 'cabinet', 'opened', 'taken', 'answered', 'confirmed', 'rated']);
  await expect(confirmOutcome(scene.resident, { complaintId, comment: '' })).rejects.toMatchObject({ kind: 'conflict' });
});

it('tells the resident of the answer by SMS with a link', async () => {
  await answer();
  const messages = await scene.system.db
    .selectFrom('outgoing_message')
    .select(['channel', 'text'])
    .where('purpose', '=', 'complaints.answered')
    .execute();
  expect(messages.at(-1)?.channel).toBe('sms');
  expect(messages.some((message) => message.text.includes(`/complaints/${complaintId}`))).toBe(true);
});

it('opens again when the resident refutes: new dates, new delivery, a limited number of times', async () => {
  await answer();
  const before = await rowOf();
  regions.clock.advance(3 * DAY);
  await refuteOutcome(scene.resident, { complaintId, reason: 'Опять не горит' });
  const after = await rowOf();
  expect(after).toMatchObject({ status: 'refuted', round: 1, refuted_count: 1, answer_stopped_at: null, react_until: null });
  expect(after.answer_due_at?.getTime()).toBeGreaterThan(before.answer_due_at?.getTime() ?? 0);
  for (const reason of ['два', 'три']) {
    await answer();
    await refuteOutcome(scene.resident, { complaintId, reason });
  }
  await answer();
  await expect(refuteOutcome(scene.resident, { complaintId, reason: 'четыре' })).rejects.toMatchObject({
    code: 'complaints.refuted-enough',
  });
  const view = await complaintView(scene.resident, complaintId);
  expect(view.can.refute).toBe(false);
});

it('closes by itself after fifteen days and may be opened again for thirty', async () => {
  await answer();
  regions.clock.advance(14 * DAY);
  expect(await closeSome(scene.system)).toBe(0);
  regions.clock.advance(2 * DAY);
  expect(await closeSome(scene.system)).toBeGreaterThan(0);
  expect((await rowOf()).status).toBe('expired');
  regions.clock.advance(20 * DAY);
  await refuteOutcome(scene.resident, { complaintId, reason: 'Снова темно' });
  expect((await rowOf()).status).toBe('refuted');
});

it('cannot be opened again after that', async () => {
  await answer();
  regions.clock.advance(16 * DAY);
  await closeSome(scene.system);
  regions.clock.advance(31 * DAY);
  await expect(refuteOutcome(scene.resident, { complaintId, reason: 'поздно' })).rejects.toMatchObject({
    code: 'complaints.too-late-to-reopen',
  });
});

it('can be withdrawn before the answer, and its letter is not sent', async () => {
  await withdrawComplaint(scene.resident, { complaintId });
  const letters = await scene.system.db
    .selectFrom('complaint_delivery')
    .select('state')
    .where('complaint_id', '=', complaintId)
    .where('channel', '=', 'letter')
    .execute();
  expect(letters).toEqual([{ state: 'cancelled' }]);
  await expect(answer()).rejects.toMatchObject({ kind: 'conflict' });
});

it('goes to the authority as «not ours», which hands it back to a company', async () => {
  await redirectComplaint(scene.employee, { complaintId, reason: 'Опора городская' });
  await expect(complaintView(scene.employee, complaintId)).rejects.toMatchObject({ kind: 'notFound' });
  const seen = await complaintView(scene.official, complaintId);
  expect(seen.can).toMatchObject({ address: true, answer: true });
  await addressComplaint(scene.official, { complaintId, house: scene.houseId });
  expect(await rowOf()).toMatchObject({ status: 'delivered', company_id: scene.companyId, round: 1 });
});

it('an unknown house is found by an official and the clocks start then', async () => {
  complaintId = (await fileComplaint(scene.resident, complaintInput({ typedAddress: 'Новая, 1' }))).id;
  regions.clock.advance(DAY);
  await addressComplaint(scene.official, { complaintId, house: scene.houseId });
  const row = await rowOf();
  expect(row.clock_started_at.getTime()).toBe(MONDAY.getTime() + DAY);
  expect(row.answer_due_at).not.toBeNull();
});

it('shows a note of one side to the other, an internal one to nobody else', async () => {
  await addNote(scene.resident, { complaintId, body: 'Стало хуже', internal: true });
  await addNote(scene.employee, { complaintId, body: 'ключ у Ершова', internal: true });
  const [theirs, ours] = [
    JSON.stringify(await complaintView(scene.employee, complaintId)),
    JSON.stringify(await complaintView(scene.resident, complaintId)),
  ];
  expect(theirs).toContain('Стало хуже');
  expect(theirs).toContain('ключ у Ершова');
  expect(ours).not.toContain('ключ у Ершова');
});

it('counts the first reaction where the norm says so, and calls late what is late', async () => {
  complaintId = (await fileIn(scene, { category: 'sewer.blocked' })).id;
  regions.clock.advance(4 * 60_000);
  await takeIntoWork(scene.employee, { complaintId, performer: '' });
  const row = await rowOf();
  expect(row.answer_stopped_at).not.toBeNull();
  regions.clock.advance(3 * 3_600_000);
  const inbox = await companyInbox(scene.employee, { tab: 'late', q: '', house: '', performer: '', sort: 'due', page: 1 });
  expect(inbox.items.map((item) => item.id)).toContain(complaintId);
  expect(inbox.items.find((item) => item.id === complaintId)?.pill.kind).toBe('late');
});

it('a grade may be changed, there is one', async () => {
  await answer();
  await rateComplaint(scene.resident, { complaintId, grade: 2, comment: '' });
  await rateComplaint(scene.resident, { complaintId, grade: 5, comment: 'Переделали' });
  const grades = await scene.system.db
    .selectFrom('complaint_grade')
    .selectAll()
    .where('complaint_id', '=', complaintId)
    .execute();
  expect(grades).toMatchObject([{ grade: 5, comment: 'Переделали', company_id: scene.companyId }]);
});

it('breaks no invariant', async () => {
  for (const name of ['delivery', 'trail', 'answer', 'grade', 'closed']) {
    const broken = await sql`select * from ${sql.table(`invariant_complaints_${name}`)}`.execute(scene.system.db);
    expect([name, broken.rows]).toEqual([name, []]);
  }
});
