// Filing on real PostgreSQL: one complaint for a key, its dates, its way, and what happens where nobody is found.
import { sql } from 'kysely';
import { newId } from '@zhkh/kernel/db.server';
import { asResident, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeHouse } from '@zhkh/directory/testing';
import { installed } from '../../installed.server.ts';
import { complaintInput, fileIn, makeScene, type Scene } from '../testing/factories.ts';
import { fileComplaint } from './file-complaint.server.ts';

let regions: TwoRegions;
let scene: Scene;
beforeAll(async () => {
  regions = await twoRegions(installed);
  scene = await makeScene(regions, 'tyumen');
});
afterAll(() => regions.close());

const rowOf = (id: string) => scene.system.db.selectFrom('complaint').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const deliveriesOf = (id: string) =>
  scene.system.db.selectFrom('complaint_delivery').selectAll().where('complaint_id', '=', id).orderBy('channel').execute();

it('gives a number, both dates with their norms, and goes to cabinet and letter', async () => {
  const receipt = await fileIn(scene);
  const row = await rowOf(receipt.id);
  expect(row).toMatchObject({ status: 'delivered', addressee: 'company', company_id: scene.companyId, number: receipt.number });
  expect(row.answer_norm_id).toBe('federal/ans-owner/1');
  expect(row.repair_norm_id).toBe('federal/el-light/1');
  // Monday 2 March 2026 + 10 working days, 9 March is off: until 24:00 of 17 March in Tyumen.
  expect(row.answer_due_at?.toISOString()).toBe('2026-03-17T19:00:00.000Z');
  expect(row.repair_due_at?.toISOString()).toBe('2026-03-09T07:00:00.000Z');
  const deliveries = await deliveriesOf(receipt.id);
  expect(deliveries.map((d) => `${d.channel}:${d.state}`)).toEqual(['cabinet:delivered', 'letter:pending']);
});

it('makes one complaint of twenty parallel sendings with one key', async () => {
  const input = complaintInput({ house: scene.houseId });
  const receipts = await Promise.all(Array.from({ length: 20 }, () => fileComplaint(scene.resident, input)));
  expect(new Set(receipts.map((receipt) => receipt.id)).size).toBe(1);
  expect(receipts.filter((receipt) => !receipt.repeated)).toHaveLength(1);
  const id = receipts[0]?.id ?? '';
  expect(await deliveriesOf(id)).toHaveLength(2);
  const filed = await scene.system.db
    .selectFrom('complaint_event')
    .select('id')
    .where('complaint_id', '=', id)
    .where('kind', '=', 'filed')
    .execute();
  expect(filed).toHaveLength(1);
});

it('refuses the same key with another text, and lets another person use the same key', async () => {
  const input = complaintInput({ house: scene.houseId });
  await fileComplaint(scene.resident, input);
  await expect(fileComplaint(scene.resident, { ...input, body: 'Другой текст' })).rejects.toMatchObject({
    kind: 'invalid',
    code: 'complaints.key-used',
  });
  const neighbour = await asResident(regions, 'tyumen');
  expect((await fileComplaint(neighbour, input)).repeated).toBe(false);
});

it('keeps a complaint about an unknown house in the manual queue', async () => {
  const receipt = await fileComplaint(scene.resident, complaintInput({ typedAddress: 'Тюмень, Новая, 1' }));
  expect(await rowOf(receipt.id)).toMatchObject({
    status: 'queued',
    addressee: 'authority',
    house_id: null,
    answer_due_at: null,
  });
});

it('hands a house nobody manages to the authority', async () => {
  const houseId = await makeHouse(scene.system, { companyId: null });
  const receipt = await fileComplaint(scene.resident, complaintInput({ house: houseId }));
  expect(await rowOf(receipt.id)).toMatchObject({
    status: 'redirected',
    addressee: 'authority',
    company_id: null,
    house_id: houseId,
  });
});

it('asks a person to call where there is neither cabinet nor e-mail', async () => {
  const silent = await makeScene(regions, 'tyumen', { email: null, cabinet: false });
  const receipt = await fileIn(silent);
  expect((await deliveriesOf(receipt.id)).map((d) => `${d.channel}:${d.state}`)).toEqual(['call:waiting']);
});

it('refuses what is no complaint', async () => {
  const refused = (input: Parameters<typeof complaintInput>[0]) => fileComplaint(scene.resident, complaintInput(input));
  await expect(refused({ house: newId() })).rejects.toMatchObject({ fields: { house: { key: 'complaints:errors.house' } } });
  await expect(refused({})).rejects.toMatchObject({ kind: 'invalid' });
  await expect(refused({ house: scene.houseId, category: 'no.such' })).rejects.toMatchObject({ code: 'complaints.category' });
  await expect(refused({ house: scene.houseId, category: 'emergency.gas' })).rejects.toMatchObject({
    code: 'complaints.call-first',
  });
  await expect(fileComplaint(scene.employee, complaintInput({ house: scene.houseId }))).rejects.toMatchObject({
    kind: 'forbidden',
  });
  const foreign = await makeScene(regions, 'omsk');
  await expect(refused({ house: foreign.houseId })).rejects.toMatchObject({ kind: 'invalid' });
});

it('counts every category by norms that exist', async () => {
  const categories = await scene.system.db
    .selectFrom('complaint_category')
    .select(['code', 'answer_norm', 'repair_norm'])
    .execute();
  expect(categories.length).toBeGreaterThan(50);
  for (const category of categories.filter((one) => one.answer_norm)) {
    const receipt = await fileIn(scene, { category: category.code });
    const row = await rowOf(receipt.id);
    expect([category.code, row.answer_due_at !== null]).toEqual([category.code, true]);
    expect([category.code, row.repair_due_at !== null]).toEqual([category.code, category.repair_norm !== null]);
  }
});

it('breaks no invariant', async () => {
  for (const name of ['delivery', 'trail', 'answer', 'grade', 'closed']) {
    const broken = await sql`select * from ${sql.table(`invariant_complaints_${name}`)}`.execute(scene.system.db);
    expect([name, broken.rows]).toEqual([name, []]);
  }
});
