// Saves a mapping of columns the file has and keys the target knows; another is refused.
import { newId } from '@zhkh/kernel/db.server';
import { beforeAll, afterAll, expect, it } from 'vitest';
import { namedFact } from '../domain/profile.ts';
import { type ImportDesk, importDesk } from '../testing/import-desk.ts';
import { createProfile } from './create-profile.server.ts';
import { saveMapping } from './save-mapping.server.ts';

let desk: ImportDesk;
let profileId: string;
beforeAll(async () => {
  desk = await importDesk();
  const filePath = desk.file('crews.csv', 'Компания;ИНН;Бригад\nУК «Мир»;7203000000;4\n');
  profileId = await createProfile(desk.ctx, { title: 'Бригады', origin: 'ЕДДС', target: 'company', filePath });
});
afterAll(() => desk.close());

const facts = [namedFact({ column: 'Бригад', label: 'Аварийных бригад', unit: 'шт.', kind: 'number' })];
const mapping = () => ({ profileId, keyColumn: 'ИНН', keyKind: 'inn', facts });
const saved = () => desk.ctx.db.selectFrom('import_profile').selectAll().where('id', '=', profileId).executeTakeFirstOrThrow();

it('right: the key and the facts are saved, the sample stays', async () => {
  const before = await saved();
  desk.regions.clock.advance(60_000);
  await saveMapping(desk.ctx, mapping());
  expect(await saved()).toEqual({
    ...before,
    key_column: 'ИНН',
    key_kind: 'inn',
    facts,
    updated_at: desk.regions.clock.now(),
  });
});

it('refused: a column that is not there, a key of another target, no facts, a profile that is not there', async () => {
  const before = await saved();
  const { ctx } = desk;
  await expect(saveMapping(ctx, { ...mapping(), keyColumn: 'нет' })).rejects.toMatchObject({ code: 'imports.key-column' });
  await expect(saveMapping(ctx, { ...mapping(), keyKind: 'address' })).rejects.toMatchObject({ code: 'imports.key-kind' });
  await expect(saveMapping(ctx, { ...mapping(), facts: [] })).rejects.toMatchObject({ code: 'imports.no-facts' });
  const unknown = { ...mapping(), profileId: newId() };
  await expect(saveMapping(ctx, unknown)).rejects.toMatchObject({ code: 'imports.profile-not-found' });
  expect(await saved()).toEqual(before);
});

it('other region: it does not know the profile', async () => {
  const before = await saved();
  const theirs = { ...mapping(), keyColumn: 'Компания', keyKind: 'ogrn' };
  await expect(saveMapping(desk.other, theirs)).rejects.toMatchObject({ code: 'imports.profile-not-found' });
  expect(await saved()).toEqual(before);
});
