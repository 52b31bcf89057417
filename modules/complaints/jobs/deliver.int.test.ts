// Letters over a mail server that misbehaves: none is lost, none doubled in secret, a person takes over.
import { type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { installed } from '../../installed.server.ts';
import { markOpened } from '../commands/mark-opened.server.ts';
import { recordCall } from '../commands/record-call.server.ts';
import { LETTER_RETRY } from '../domain/delivery.ts';
import { authorityQueue } from '../queries/authority-queue.server.ts';
import { complaintView } from '../queries/complaint-view.server.ts';
import { fileIn, makeScene, type Scene } from '../testing/factories.ts';
import { deliverDue } from './deliver.server.ts';

const DAY = 86_400_000;
let regions: TwoRegions;
let scene: Scene;
let complaintId: string;
beforeAll(async () => {
  regions = await twoRegions(installed);
});
beforeEach(async () => {
  regions.catcher.faults.smtp = 'ok';
  scene = await makeScene(regions, 'tyumen', { cabinet: false });
  complaintId = (await fileIn(scene)).id;
});
afterAll(() => regions.close());

const letter = () =>
  scene.system.db
    .selectFrom('complaint_delivery')
    .selectAll()
    .where('complaint_id', '=', complaintId)
    .where('channel', '=', 'letter')
    .executeTakeFirstOrThrow();
const channels = async () => {
  const rows = await scene.system.db
    .selectFrom('complaint_delivery')
    .select(['channel', 'state'])
    .where('complaint_id', '=', complaintId)
    .orderBy('channel')
    .execute();
  return rows.map((row) => `${row.channel}:${row.state}`);
};
const caught = async () => {
  const { recipient } = await letter();
  return regions.catcher.store.list().filter((message) => message.to === recipient);
};
const status = async () =>
  (await scene.system.db.selectFrom('complaint').select('status').where('id', '=', complaintId).executeTakeFirstOrThrow()).status;

it('writes a company without a cabinet once, with an invitation, and calls that delivered', async () => {
  expect(await status()).toBe('sent');
  await deliverDue(scene.system);
  await deliverDue(scene.system);
  const letters = await caught();
  expect(letters).toHaveLength(1);
  expect(letters[0]?.text).toMatch(/http:\/\/tyumen\.localhost:3000\/join\/\S{20,}/);
  expect(letters[0]?.messageId).toBe((await letter()).message_id);
  expect(await channels()).toEqual(['letter:done']);
  expect(await status()).toBe('delivered');
});

it('waits out a server that is away, and tells both sides of each try', async () => {
  regions.catcher.faults.smtp = '451';
  await deliverDue(scene.system);
  expect(await letter()).toMatchObject({ state: 'waiting', tries: 1 });
  const seen = await complaintView(scene.resident, complaintId);
  expect(seen.trail.map((step) => step.state)).toContain('fail');
  regions.catcher.faults.smtp = 'ok';
  await deliverDue(scene.system);
  expect((await letter()).state).toBe('waiting');
  regions.clock.advance(2 * 60_000);
  await deliverDue(scene.system);
  expect(await letter()).toMatchObject({ state: 'done', tries: 2 });
  expect(await caught()).toHaveLength(1);
});

it('sends a letter in doubt again under the same Message-ID', async () => {
  regions.catcher.faults.smtp = 'drop-after-data';
  await deliverDue(scene.system);
  expect(await letter()).toMatchObject({ state: 'waiting', doubts: 1 });
  regions.catcher.faults.smtp = 'ok';
  regions.clock.advance(2 * 60_000);
  await deliverDue(scene.system);
  const ids = (await caught()).map((message) => message.messageId);
  expect(new Set(ids).size).toBe(1);
  expect((await letter()).state).toBe('done');
});

it('asks a person to call when the mailbox does not exist', async () => {
  regions.catcher.faults.smtp = '550';
  await deliverDue(scene.system);
  expect(await channels()).toEqual(['call:waiting', 'letter:parked']);
  const task = (await authorityQueue(scene.official)).find((item) => item.id === complaintId);
  expect(task).toMatchObject({ kind: 'call' });
  await recordCall(scene.official, { complaintId, outcome: 'no-answer' });
  await recordCall(scene.official, { complaintId, outcome: 'reached' });
  expect(await channels()).toEqual(['call:done', 'letter:parked']);
  expect(await status()).toBe('delivered');
});

it('gives up after the last try and asks a person', async () => {
  regions.catcher.faults.smtp = '451';
  for (let tries = 0; tries < LETTER_RETRY.tries; tries += 1) {
    await deliverDue(scene.system);
    regions.clock.advance(DAY);
  }
  expect(await channels()).toEqual(['call:waiting', 'letter:parked']);
});

it('takes a letter of a killed worker again when its lease is over', async () => {
  const killed = { tries: 1, lease_until: new Date(scene.system.clock.now().getTime() - 1000) };
  await scene.system.write((w) =>
    w.db.updateTable('complaint_delivery').set(killed).where('complaint_id', '=', complaintId).execute(),
  );
  await deliverDue(scene.system);
  expect(await letter()).toMatchObject({ state: 'done', doubts: 1 });
});

it('asks a person to call when nobody opens it by the promised hour', async () => {
  const cabinet = await makeScene(regions, 'tyumen');
  complaintId = (await fileIn(cabinet)).id;
  const second = (await fileIn(cabinet)).id;
  await markOpened(cabinet.employee, second);
  regions.clock.advance(2 * DAY);
  await deliverDue(cabinet.system);
  expect(await channels()).toContain('call:waiting');
  const calls = await cabinet.system.db
    .selectFrom('complaint_delivery')
    .select('id')
    .where('complaint_id', '=', second)
    .where('channel', '=', 'call')
    .execute();
  expect(calls).toEqual([]);
});

it('never sends one letter twice from two workers', async () => {
  for (let i = 0; i < 10; i += 1) await fileIn(scene);
  await Promise.all([deliverDue(scene.system), deliverDue(scene.system), deliverDue(scene.system)]);
  expect(await caught()).toHaveLength(11);
});
