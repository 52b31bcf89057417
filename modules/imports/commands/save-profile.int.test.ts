// A whole mapping profile at once: made of a file and mapped; one of the same title stays as it is.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { profiles } from '../queries/profiles.server.ts';
import { type ImportDesk, importDesk } from '../testing/import-desk.ts';
import { saveProfile } from './save-profile.server.ts';

let desk: ImportDesk;
beforeAll(async () => {
  desk = await importDesk();
});
afterAll(() => desk.close());

const meters = (over: { keyKind?: string; target?: string } = {}) => ({
  title: 'Счётчики',
  origin: 'Диспетчер',
  target: 'house',
  keyColumn: 'Адрес',
  keyKind: 'address',
  filePath: desk.file('meters.csv', 'Адрес;Гкал\nг. Тюмень, ул. Мира, д. 1;12\n'),
  facts: [{ column: 'Гкал', label: 'Тепло', unit: 'Гкал', kind: 'number' as const }],
  ...over,
});

it('right: it is a source at once, and saved only once', async () => {
  expect(await saveProfile(desk.ctx, meters())).toMatch(/^profile-p[a-p]{12}$/);
  expect(await saveProfile(desk.ctx, meters())).toBeNull();
  expect(await profiles(desk.ctx)).toMatchObject([{ title: 'Счётчики', target: 'house', facts: 1 }]);
});

it('refused: what no module can be told facts about, and a key of something else', async () => {
  await expect(saveProfile(desk.other, meters({ target: 'planet' }))).rejects.toMatchObject({ code: 'imports.unknown-target' });
  await expect(saveProfile(desk.other, { ...meters({ keyKind: 'inn' }), title: 'Другие' })).rejects.toMatchObject({
    code: 'imports.key-kind',
  });
});

it('other region: it does not know the profile and keeps one of its own by the same title', async () => {
  expect((await profiles(desk.other)).map((one) => one.title)).not.toContain('Счётчики');
  expect(await saveProfile(desk.other, meters())).not.toBeNull();
});
