// A note stands on the trail of the complaint it was written to, seen by those it is for.
import { expect } from 'vitest';
import { complaintView } from '../queries/complaint-view.server.ts';
import { expectUntouched, it, recordsOf, strangersIn } from '../testing/it.ts';
import { addNote } from './add-note.server.ts';

it('right: a note of one side is shown to the other, an internal one to nobody else', async ({ here, complaintId }) => {
  await addNote(here.resident, { complaintId, body: 'Стало хуже', internal: true });
  await addNote(here.employee, { complaintId, body: 'ключ у Ершова', internal: true });
  await addNote(here.official, { complaintId, body: 'Взяли на контроль', internal: false });
  const notes = (await recordsOf(here, complaintId)).filter((one) => one.kind === 'noted');
  expect(notes.map((one) => [one.actor_kind, one.internal, one.detail.text])).toEqual([
    ['resident', false, 'Стало хуже'],
    ['company', true, 'ключ у Ершова'],
    ['authority', false, 'Взяли на контроль'],
  ]);
  const [theirs, ours] = [
    JSON.stringify(await complaintView(here.employee, complaintId)),
    JSON.stringify(await complaintView(here.resident, complaintId)),
  ];
  expect(theirs).toContain('Стало хуже');
  expect(theirs).toContain('ключ у Ершова');
  expect(ours).not.toContain('ключ у Ершова');
  expect(ours).toContain('Взяли на контроль');
});

it('refused: another resident, another company, an official of another territory', async ({ regions, here, complaintId }) => {
  const strangers = await strangersIn(regions);
  await expectUntouched(here, complaintId, async () => {
    for (const ctx of strangers)
      await expect(addNote(ctx, { complaintId, body: 'нет', internal: false })).rejects.toMatchObject({ kind: 'notFound' });
  });
});

it('other region: nobody of the neighbour writes to it', async ({ here, there, complaintId }) => {
  await expectUntouched(here, complaintId, async () => {
    for (const ctx of [there.resident, there.employee, there.official])
      await expect(addNote(ctx, { complaintId, body: 'нет', internal: false })).rejects.toMatchObject({ kind: 'notFound' });
  });
});
