// What a resident has typed and photographed is kept until it is sent, for nobody else.
import { asResident } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { complaintInput, type Scene } from '../testing/factories.ts';
import { accountOf, it, photoBy } from '../testing/it.ts';
import { saveDraft } from './save-draft.server.ts';

const draftOf = ({ system }: Scene, key: string) =>
  system.db.selectFrom('complaint_draft').selectAll().where('id', '=', key).executeTakeFirst();

it('right: words are replaced, photos are added and taken out one by one', async ({ regions, here }) => {
  const { resident, houseId } = here;
  const input = complaintInput({ house: houseId, flat: '7', contactName: 'Ольга' });
  const [first, second] = [await photoBy(resident), await photoBy(resident)];
  await saveDraft(resident, input, [first]);
  await saveDraft(resident, { ...input, body: 'Не горит совсем' }, [second]);
  expect(await draftOf(here, input.idempotencyKey)).toEqual({
    id: input.idempotencyKey,
    author_id: accountOf(resident),
    house_id: houseId,
    typed_address: null,
    category_code: 'entrance.light',
    body: 'Не горит совсем',
    place: '',
    flat: '7',
    contact_name: 'Ольга',
    file_ids: [first.fileId, second.fileId],
    updated_at: regions.clock.now(),
  });
  await saveDraft(resident, input, [], [first.fileId]);
  expect((await draftOf(here, input.idempotencyKey))?.file_ids).toEqual([second.fileId]);
});

it('refused: another resident’s draft, and everybody who is no resident', async ({ regions, here }) => {
  const input = complaintInput({ house: here.houseId });
  await saveDraft(here.resident, input, []);
  const kept = await draftOf(here, input.idempotencyKey);
  for (const ctx of [await asResident(regions, 'tyumen'), here.employee, here.official])
    await expect(saveDraft(ctx, { ...input, body: 'чужое' }, [])).rejects.toMatchObject({ kind: 'forbidden' });
  expect(await draftOf(here, input.idempotencyKey)).toEqual(kept);
});

it('other region: the same key is a draft of its own there', async ({ here, there }) => {
  const input = complaintInput({ house: here.houseId, body: 'здесь' });
  await saveDraft(here.resident, input, []);
  await saveDraft(there.resident, { ...input, house: there.houseId, body: 'там' }, []);
  expect((await draftOf(here, input.idempotencyKey))?.body).toBe('здесь');
  expect((await draftOf(there, input.idempotencyKey))?.body).toBe('там');
});
