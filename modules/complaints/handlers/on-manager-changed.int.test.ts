// Complaints follow their house to its new company: by rule, once, on time, in any order of events.
import { managerChanged } from '@zhkh/directory';
import { makeCompany, makeTerm } from '@zhkh/directory/testing';
import { drainRegion } from '@zhkh/kernel/worker.server';
import { type Context } from '@zhkh/kernel/module.server';
import { saveSettings } from '@zhkh/kernel/runtime.server';
import { asEmployee, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { installed } from '../../installed.server.ts';
import { answerComplaint } from '../commands/answer-complaint.server.ts';
import { redirectComplaint } from '../commands/redirect-complaint.server.ts';
import { refuteOutcome } from '../commands/refute-outcome.server.ts';
import { takeIntoWork } from '../commands/take-into-work.server.ts';
import { deliverDue } from '../jobs/deliver.server.ts';
import { companyInbox } from '../queries/company-inbox.server.ts';
import { complaintView } from '../queries/complaint-view.server.ts';
import { handedAway } from '../queries/handed-away.server.ts';
import { inboxQuery } from '../domain/inbox-query.ts';
import { fileIn, makeScene, type Scene } from '../testing/factories.ts';

const MONDAY = new Date('2026-03-02T07:00:00Z');
const DAY = 86_400_000;
let regions: TwoRegions;
let scene: Scene;
let b: string;
let inB: Context;
let complaintId: string;
beforeAll(async () => {
  regions = await twoRegions(installed);
});
beforeEach(async () => {
  regions.clock.set(MONDAY);
  scene = await makeScene(regions, 'tyumen');
  b = await makeCompany(scene.system, { shortName: 'УК «Новая»' });
  inB = await asEmployee(regions, 'tyumen', { companyId: b });
  complaintId = (await fileIn(scene)).id;
  await drain();
  regions.clock.advance(3 * DAY);
});
/** No event may be left failing: a wrong move is refused by the tables and would only wait for its next try. */
afterEach(async () => {
  const left = await scene.system.db
    .selectFrom('event_delivery')
    .select(['payload', 'last_error'])
    .where('state', '<>', 'done')
    .execute();
  expect(left).toEqual([]);
});
afterAll(() => regions.close());

const drain = () => drainRegion(regions.runtime, scene.system.tenant);
const rowOf = (id = complaintId) =>
  scene.system.db.selectFrom('complaint').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const kindsOf = async (id = complaintId) => {
  const events = scene.system.db.selectFrom('complaint_event').select('kind').where('complaint_id', '=', id);
  return (await events.orderBy('at').orderBy('id').execute()).map((event) => event.kind);
};
const count = async (table: 'complaint_handover' | 'complaint_delivery', id = complaintId) =>
  (await scene.system.db.selectFrom(table).select('id').where('complaint_id', '=', id).execute()).length;
const inboxOf = async (ctx: Context) => (await companyInbox(ctx, inboxQuery.parse({}))).items.map((item) => item.id);

const lettersOf = () =>
  scene.system.db
    .selectFrom('complaint_delivery')
    .select(['company_id', 'state'])
    .where('complaint_id', '=', complaintId)
    .where('channel', '=', 'letter')
    .orderBy('round')
    .execute();

/** The term of one company ends and the other's begins; neighbours are told as the nightly job tells them. */
async function moveTo(companyId: string | null, from: string | null = scene.companyId): Promise<void> {
  const today = regions.clock.now().toISOString().slice(0, 10);
  await scene.system.write((w) =>
    w.db
      .updateTable('management')
      .set({ valid_to: today })
      .where('house_id', '=', scene.houseId)
      .where('valid_to', 'is', null)
      .execute(),
  );
  if (companyId) await makeTerm(scene.system, { houseId: scene.houseId, companyId, from: today });
  await tell(from, companyId);
}

const tell = (fromCompanyId: string | null, toCompanyId: string | null) =>
  scene.system.write((w) => w.emit(managerChanged, { houseId: scene.houseId, fromCompanyId, toCompanyId, on: '2026-03-05' }));

const setRule = (onManagerChange: 'follow' | 'follow-untaken') =>
  scene.system.write((w) => saveSettings(regions.runtime.registry, scene.system, w, 'complaints', { onManagerChange }));

it('goes to the new company as new, with a letter, a record and a message; the old one keeps a line of it', async () => {
  const before = await rowOf();
  await takeIntoWork(scene.employee, { complaintId, performer: 'Ершов' });
  await moveTo(b);
  await drain();
  const row = await rowOf();
  expect(row).toMatchObject({ company_id: b, status: 'delivered', round: 1, performer: '', opened_at: null });
  expect(row.repair_due_at).toEqual(before.repair_due_at);
  expect(row.clock_started_at).toEqual(before.clock_started_at);
  expect(row.answer_due_at?.getTime()).toBeGreaterThan(before.answer_due_at?.getTime() ?? 0);
  expect(await lettersOf()).toEqual([
    { company_id: scene.companyId, state: 'discarded' },
    { company_id: b, state: 'waiting' },
  ]);
  expect(await inboxOf(inB)).toEqual([complaintId]);
  expect(await inboxOf(scene.employee)).toEqual([]);
  expect(await handedAway(scene.employee)).toMatchObject([{ number: row.number, to: 'УК «Новая»', late: false }]);
  expect(await handedAway(inB)).toEqual([]);
  const view = await complaintView(scene.resident, complaintId);
  const step = view.trail.find((one) => one.title.includes('УК «Новая»'));
  expect(step?.title).toBe('Дом перешёл под управление УК «Новая». Обращение передано');
  expect(step?.note).toMatch(/5\sмарта дом перешёл от/);
  const sms = await scene.system.db
    .selectFrom('outgoing_message')
    .select('text')
    .where('purpose', '=', 'complaints.followed')
    .execute();
  expect(sms.at(-1)?.text).toContain(`Обращение ${row.number} передали ей`);
  await answerComplaint(inB, { complaintId, body: 'Починили', photos: [] });
  expect((await rowOf()).status).toBe('answered');
});

it('is moved once, however often the event comes', async () => {
  await moveTo(b);
  await tell(scene.companyId, b);
  await drain();
  await tell(scene.companyId, b);
  await drain();
  expect([await count('complaint_handover'), (await rowOf()).round]).toEqual([1, 1]);
});

it('is not moved back by an old event that comes again after the change was turned back', async () => {
  await moveTo(b);
  await drain();
  regions.clock.advance(DAY);
  await moveTo(scene.companyId, b);
  await drain();
  await tell(scene.companyId, b);
  await drain();
  expect(await rowOf()).toMatchObject({ company_id: scene.companyId, round: 2, status: 'delivered' });
  expect((await kindsOf()).filter((kind) => kind === 'followed')).toHaveLength(2);
});

it('goes straight to the last of two companies when both events wait', async () => {
  const c = await makeCompany(scene.system);
  await moveTo(b);
  regions.clock.advance(DAY);
  await moveTo(c, b);
  await drain();
  expect(await rowOf()).toMatchObject({ company_id: c, round: 1 });
});

it('stays when answered meanwhile, and goes to the new company when that answer is refuted', async () => {
  await answerComplaint(scene.employee, { complaintId, body: 'Готово', photos: [] });
  await moveTo(b);
  await drain();
  expect(await rowOf()).toMatchObject({ company_id: scene.companyId, status: 'answered' });
  await refuteOutcome(scene.resident, { complaintId, reason: 'Опять не горит' });
  expect(await rowOf()).toMatchObject({ company_id: b, status: 'delivered', refuted_count: 1 });
  expect((await kindsOf()).slice(-3)).toEqual(['refuted', 'followed', 'cabinet']);
  const answer = await scene.system.db
    .selectFrom('complaint_answer')
    .select('company_id')
    .where('complaint_id', '=', complaintId)
    .executeTakeFirst();
  expect(answer?.company_id).toBe(scene.companyId);
});

it('about charges stays with the company of that time, with one record', async () => {
  const bill = (await fileIn(scene, { category: 'charges.bill', body: 'Начислили дважды' })).id;
  await moveTo(b);
  await tell(scene.companyId, b);
  await drain();
  expect(await rowOf(bill)).toMatchObject({ company_id: scene.companyId, round: 0 });
  expect((await kindsOf(bill)).filter((kind) => kind === 'house-left')).toHaveLength(1);
  expect((await rowOf()).company_id).toBe(b);
});

it('handed to the authority as not ours stays with it', async () => {
  await redirectComplaint(scene.employee, { complaintId, reason: 'Опора городская' });
  await moveTo(b);
  await drain();
  expect(await rowOf()).toMatchObject({ company_id: null, status: 'redirected' });
});

it('goes to the authority when nobody manages the house, and to the next company when there is one', async () => {
  await moveTo(null);
  await drain();
  expect(await rowOf()).toMatchObject({ company_id: null, status: 'redirected', addressee: 'authority', answer_due_at: null });
  regions.clock.advance(DAY);
  await moveTo(b, null);
  await drain();
  expect(await rowOf()).toMatchObject({ company_id: b, status: 'delivered', round: 2 });
  expect((await rowOf()).answer_due_at).not.toBeNull();
});

it('keeps to the region’s own rule', async () => {
  const taken = (await fileIn(scene, { category: 'lift.stopped', body: 'Лифт стоит' })).id;
  await takeIntoWork(scene.employee, { complaintId: taken, performer: '' });
  await setRule('follow-untaken');
  await moveTo(b);
  await drain();
  await setRule('follow');
  expect([(await rowOf(taken)).company_id, (await rowOf()).company_id]).toEqual([scene.companyId, b]);
});

it('is not told to the old company by a letter that still waited', async () => {
  await scene.system.write((w) =>
    w.db
      .updateTable('complaint_delivery')
      .set({ lease_until: MONDAY })
      .where('complaint_id', '=', complaintId)
      .where('channel', '=', 'letter')
      .execute(),
  );
  await moveTo(b);
  await drain();
  await deliverDue(scene.system);
  expect(await lettersOf()).toEqual([
    { company_id: scene.companyId, state: 'discarded' },
    { company_id: b, state: 'done' },
  ]);
});
