// A mapping profile begins with a file: what it keeps of it, and files it does not begin with.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ImportDesk, importDesk } from '../testing/import-desk.ts';
import { createProfile } from './create-profile.server.ts';

let desk: ImportDesk;
beforeAll(async () => {
  desk = await importDesk();
});
afterAll(() => desk.close());

const METERS = 'Адрес;Прибор\nул. Садовая, д. 14;ВКТ-7\nул. Садовая, д. 16;ТВ-7\n';
const input = (content: string | Buffer = METERS, target = 'house') => ({
  title: 'Счётчики',
  origin: 'Диспетчер',
  target,
  filePath: desk.file('meters.csv', content),
});
const all = (ctx: ImportDesk['ctx']) => ctx.db.selectFrom('import_profile').selectAll().orderBy('id').execute();

it('right: columns are kept with samples, the first of them and of the keys is offered, nothing is mapped', async () => {
  const id = await createProfile(desk.ctx, input());
  expect(await all(desk.ctx)).toEqual([
    {
      id,
      code: expect.stringMatching(/^p[a-p]{12}$/),
      title: 'Счётчики',
      origin: 'Диспетчер',
      target: 'house',
      key_kind: 'fias-guid',
      key_column: 'Адрес',
      facts: [],
      sample: {
        encoding: 'utf-8',
        delimiter: ';',
        columns: [
          { name: 'Адрес', samples: ['ул. Садовая, д. 14', 'ул. Садовая, д. 16'] },
          { name: 'Прибор', samples: ['ВКТ-7', 'ТВ-7'] },
        ],
      },
      created_at: desk.regions.clock.now(),
      updated_at: desk.regions.clock.now(),
    },
  ]);
});

it('refused: what is no table, and what no module can be told facts about', async () => {
  const before = await all(desk.ctx);
  for (const bad of ['', 'одна строка', Buffer.from('PK\u0003\u0004nothing')])
    await expect(createProfile(desk.ctx, input(bad))).rejects.toMatchObject({ code: 'imports.unreadable' });
  await expect(createProfile(desk.ctx, input(METERS, 'planet'))).rejects.toMatchObject({ code: 'imports.unknown-target' });
  expect(await all(desk.ctx)).toEqual(before);
});

it('other region: it has no profile of it', async () => {
  const before = await all(desk.ctx);
  const theirs = await createProfile(desk.other, input());
  expect((await all(desk.other)).map((one) => one.id)).toEqual([theirs]);
  expect(await all(desk.ctx)).toEqual(before);
});
