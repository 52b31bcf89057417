// Filing on PostgreSQL: one complaint for a key, its dates, its deliveries, and where nobody is found.
import { newId } from '@zhkh/kernel/db.server';
import { asResident, heard } from '@zhkh/tools/testing';
import { makeHouse } from '@zhkh/directory/testing';
import { expect } from 'vitest';
import { complaintFiled } from '../contract.ts';
import { complaintInput, fileIn, makeScene, type Scene } from '../testing/factories.ts';
import { accountOf, complaintOf, deliveriesOf, it, photoBy, trailOf } from '../testing/it.ts';
import { fileComplaint } from './file-complaint.server.ts';
import { saveDraft } from './save-draft.server.ts';

async function numberOf(scene: Scene): Promise<number> {
  const rows = scene.system.db.selectFrom('complaint').select('id').where('author_id', '=', accountOf(scene.resident));
  return (await rows.execute()).length;
}

it('right: it has a number, both dates with their norms, goes to cabinet and letter, and is told', async ({ here }) => {
  const receipt = await fileIn(here);
  const row = await complaintOf(here, receipt.id);
  expect(row).toMatchObject({ status: 'delivered', addressee: 'company', company_id: here.companyId, number: receipt.number });
  expect(row.answer_norm_id).toBe('federal/ans-owner/1');
  expect(row.repair_norm_id).toBe('federal/el-light/1');
  // Monday 2 March 2026 + 10 working days, 9 March is off: until 24:00 of 17 March in Tyumen.
  expect(row.answer_due_at?.toISOString()).toBe('2026-03-17T19:00:00.000Z');
  expect(row.repair_due_at?.toISOString()).toBe('2026-03-09T07:00:00.000Z');
  expect(await deliveriesOf(here, receipt.id)).toEqual(['cabinet:done', 'letter:waiting']);
  expect(await trailOf(here, receipt.id)).toEqual(['filed', 'cabinet']);
  const told = { complaintId: receipt.id, houseId: here.houseId, categoryCode: 'entrance.light' };
  expect(await heard(here.system, complaintFiled)).toContainEqual(told);
});

it('right: a draft of the same key gives its photos and is used up', async ({ here }) => {
  const input = complaintInput({ house: here.houseId });
  const photo = await photoBy(here.resident);
  await saveDraft(here.resident, input, [photo]);
  const { id } = await fileComplaint(here.resident, input, { photos: [photo] });
  const photos = here.system.db.selectFrom('complaint_photo').select('file_id').where('complaint_id', '=', id);
  expect(await photos.execute()).toEqual([{ file_id: photo.fileId }]);
  const drafts = here.system.db.selectFrom('complaint_draft').select('id').where('id', '=', input.idempotencyKey);
  expect(await drafts.execute()).toEqual([]);
});

it('right: twenty parallel sendings with one key make one complaint', async ({ here }) => {
  const input = complaintInput({ house: here.houseId });
  const receipts = await Promise.all(Array.from({ length: 20 }, () => fileComplaint(here.resident, input)));
  expect(new Set(receipts.map((receipt) => receipt.id)).size).toBe(1);
  expect(receipts.filter((receipt) => !receipt.repeated)).toHaveLength(1);
  const id = receipts[0]?.id ?? '';
  expect(await deliveriesOf(here, id)).toHaveLength(2);
  const filed = await here.system.db
    .selectFrom('complaint_event')
    .select('id')
    .where('complaint_id', '=', id)
    .where('kind', '=', 'filed')
    .execute();
  expect(filed).toHaveLength(1);
});

it('refused: the same key with another text; another person may use the same key', async ({ regions, here }) => {
  const input = complaintInput({ house: here.houseId });
  await fileComplaint(here.resident, input);
  await expect(fileComplaint(here.resident, { ...input, body: 'Другой текст' })).rejects.toMatchObject({
    kind: 'invalid',
    code: 'complaints.key-used',
  });
  const neighbour = await asResident(regions, 'tyumen');
  expect((await fileComplaint(neighbour, input)).repeated).toBe(false);
});

it('right: a complaint about an unknown house waits in the manual queue', async ({ here }) => {
  const receipt = await fileComplaint(here.resident, complaintInput({ typedAddress: 'Тюмень, Новая, 1' }));
  expect(await complaintOf(here, receipt.id)).toMatchObject({
    status: 'queued',
    addressee: 'authority',
    house_id: null,
    answer_due_at: null,
  });
});

it('right: a house nobody manages is the authority’s', async ({ here }) => {
  const houseId = await makeHouse(here.system, { companyId: null });
  const receipt = await fileComplaint(here.resident, complaintInput({ house: houseId }));
  expect(await complaintOf(here, receipt.id)).toMatchObject({
    status: 'redirected',
    addressee: 'authority',
    company_id: null,
    house_id: houseId,
  });
});

it('right: a person has to call where there is neither cabinet nor e-mail', async ({ regions }) => {
  const silent = await makeScene(regions, 'tyumen', { email: null, cabinet: false });
  const receipt = await fileIn(silent);
  expect(await deliveriesOf(silent, receipt.id)).toEqual(['call:waiting']);
});

it('refused: what is no complaint, and everybody who is no resident', async ({ here }) => {
  const refused = (input: Parameters<typeof complaintInput>[0]) => fileComplaint(here.resident, complaintInput(input));
  await expect(refused({ house: newId() })).rejects.toMatchObject({ fields: { house: { key: 'complaints:errors.house' } } });
  await expect(refused({})).rejects.toMatchObject({ kind: 'invalid' });
  await expect(refused({ house: here.houseId, category: 'no.such' })).rejects.toMatchObject({ code: 'complaints.category' });
  await expect(refused({ house: here.houseId, category: 'emergency.gas' })).rejects.toMatchObject({
    code: 'complaints.call-first',
  });
  for (const ctx of [here.employee, here.official, here.system])
    await expect(fileComplaint(ctx, complaintInput({ house: here.houseId }))).rejects.toMatchObject({ kind: 'forbidden' });
  expect(await numberOf(here)).toBe(0);
});

it('other region: its house is unknown here, its residents file in their own', async ({ here, there }) => {
  const foreign = complaintInput({ house: there.houseId });
  await expect(fileComplaint(here.resident, foreign)).rejects.toMatchObject({ kind: 'invalid', code: 'complaints.house' });
  const { id } = await fileComplaint(there.resident, foreign);
  expect([await numberOf(here), await numberOf(there)]).toEqual([0, 1]);
  expect((await complaintOf(there, id)).company_id).toBe(there.companyId);
});

it('right: every category is counted by norms that exist', async ({ here }) => {
  const categories = await here.system.db
    .selectFrom('complaint_category')
    .select(['code', 'answer_norm', 'repair_norm'])
    .execute();
  expect(categories.length).toBeGreaterThan(50);
  for (const category of categories.filter((one) => one.answer_norm)) {
    const receipt = await fileIn(here, { category: category.code });
    const row = await complaintOf(here, receipt.id);
    expect([category.code, row.answer_due_at !== null]).toEqual([category.code, true]);
    expect([category.code, row.repair_due_at !== null]).toEqual([category.code, category.repair_norm !== null]);
  }
});
