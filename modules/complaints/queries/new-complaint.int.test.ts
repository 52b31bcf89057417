// The steps of a new complaint as the address of the page says, from the house to the last check.
import { directory } from '@zhkh/directory';
import { asResident } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { saveDraft } from '../commands/save-draft.server.ts';
import { complaintInput, fileIn } from '../testing/factories.ts';
import { accountOf, it, photoBy } from '../testing/it.ts';
import { draftOf, newComplaint } from './new-complaint.server.ts';

it('right: asks for the house first, finds it by words, and offers the own home', async ({ here }) => {
  const { resident, houseId } = here;
  expect(await newComplaint(resident, {})).toEqual({ view: 'house', query: '', hits: [] });
  const house = await here.system.service(directory).house(houseId);
  const found = await newComplaint(resident, { hq: `Проверочная ${house?.number}` });
  expect(found.view === 'house' && found.hits.map((hit) => hit.id)).toContain(houseId);
  await resident.write((w) =>
    resident.service(directory).bindResidence(w, { accountId: accountOf(resident), houseId, flat: '7' }),
  );
  expect(await newComplaint(resident, {})).toMatchObject({ view: 'what', place: { house: houseId } });
  const describe = await newComplaint(resident, { category: 'entrance.light' });
  expect(describe).toMatchObject({ view: 'describe', values: { body: '', flat: '7' } });
});

it('right: the topic by words, then a call where life is in danger, then the description', async ({ here }) => {
  const house = here.houseId;
  const what = await newComplaint(here.resident, { house, q: 'лифт' });
  expect(what.view === 'what' && what.fits.map((topic) => topic.groupCode)).toContain('lift');
  expect(await newComplaint(here.resident, { house, category: 'emergency.gas' })).toMatchObject({
    view: 'call',
    fileable: false,
  });
  await fileIn(here);
  const describe = await newComplaint(here.resident, { house, category: 'entrance.light' });
  expect(describe).toMatchObject({ view: 'describe', topic: { code: 'entrance.light' } });
  expect(describe.view === 'describe' && describe.similar).toHaveLength(1);
});

it('right: the last check shows the draft, its photos, the company and both dates', async ({ here }) => {
  const input = complaintInput({ house: here.houseId, flat: '7' });
  const photo = await photoBy(here.resident);
  await saveDraft(here.resident, input, [photo]);
  const check = await newComplaint(here.resident, { key: input.idempotencyKey, step: 'check' });
  expect(check).toMatchObject({
    view: 'check',
    key: input.idempotencyKey,
    values: { body: input.body, flat: '7' },
    photos: [{ id: photo.fileId }],
    noRepair: false,
  });
  expect(check.view === 'check' && check.deadlines.map((one) => one.dueAt).sort()).toEqual([
    '2026-03-09T07:00:00.000Z',
    '2026-03-17T19:00:00.000Z',
  ]);
  expect(await draftOf(here.resident, accountOf(here.resident), input.idempotencyKey)).toMatchObject({ body: input.body });
  const offered = await newComplaint(here.resident, { house: here.houseId });
  expect(offered).toMatchObject({ view: 'what', draft: { key: input.idempotencyKey } });
});

it('refused: who is no resident, and the draft of another', async ({ regions, here }) => {
  const input = complaintInput({ house: here.houseId });
  await saveDraft(here.resident, input, []);
  const other = await asResident(regions, 'tyumen');
  await expect(newComplaint(other, { key: input.idempotencyKey })).rejects.toMatchObject({ kind: 'notFound' });
  await expect(draftOf(other, accountOf(other), input.idempotencyKey)).rejects.toMatchObject({ kind: 'notFound' });
  expect(await newComplaint(other, { house: here.houseId })).toMatchObject({ view: 'what', draft: null });
  for (const ctx of [here.employee, here.official, here.system])
    await expect(newComplaint(ctx, {})).rejects.toMatchObject({ kind: 'forbidden' });
});

it('other region: its house is not found, its draft is no draft here', async ({ here, there }) => {
  expect(await newComplaint(here.resident, { house: there.houseId })).toMatchObject({ view: 'house' });
  const input = complaintInput({ house: there.houseId });
  await saveDraft(there.resident, input, []);
  expect(await draftOf(here.resident, accountOf(here.resident), input.idempotencyKey)).toBeNull();
  const seen = await newComplaint(here.resident, { key: input.idempotencyKey, house: here.houseId, category: 'entrance.light' });
  expect(seen).toMatchObject({ view: 'describe', values: { body: '' } });
});
