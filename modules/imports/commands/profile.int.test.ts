// Maps a table of another system, saves the profile, tries and applies it; two regions stay apart.
import { xlsxOf } from '@zhkh/kernel/export.server';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Context } from '@zhkh/kernel/module.server';
import { saveSettings } from '@zhkh/kernel/runtime.server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProfile } from './create-profile.server.ts';
import { applyByProfile, importByProfile } from './import-by-profile.server.ts';
import { saveMapping } from './save-mapping.server.ts';
import { factsOf } from '../domain/profile-forms.ts';
import directory from '@zhkh/directory/module';
import { moreCompanyFacts, moreHouseFacts } from '@zhkh/directory/testing';
import { profileById } from '../queries/profiles.server.ts';
import { type ImportDesk, importDesk } from '../testing/import-desk.ts';

let desk: ImportDesk;
let ctx: Context;
let other: Context;

beforeAll(async () => {
  desk = await importDesk();
  ({ ctx, other } = desk);
  await directory.seed?.(ctx, { size: 'small' });
});
afterAll(() => desk.close());

async function mapped(name: string, content: string | Buffer, kinds: Record<string, string>): Promise<string> {
  const filePath = desk.file(name, content);
  const id = await createProfile(ctx, { title: 'Теплосчётчики', origin: ORIGIN, target: 'house', filePath });
  const profile = await profileById(ctx, id);
  if (!profile) throw new Error('no profile');
  await saveMapping(ctx, { profileId: id, keyColumn: 'Адрес', keyKind: 'address', facts: factsOf(kinds, profile.sample) });
  return id;
}

/** The demo stock has facts of its own. */
const ORIGIN = 'Проверочный диспетчер';
const METERS = [
  'Адрес\tПрибор\tРасход\tПоверка',
  'г. Тюмень, ул. Садовая, д. 14\tВКТ-7\t1 234,5\t01.09.2027',
  'Тюмень, ул Садовая, д 16\tТВ-7\t980,25\t2028-01-15',
  'г. Тюмень, ул. Несуществующая, д. 1\tТВ-7\t1\t2028-01-15',
  'г. Тюмень, ул. Садовая, д. 18\tТВ-7\tмного\t2028-01-15',
].join('\r\n');
const KINDS = { kind1: 'text', label1: 'Теплосчётчик', kind2: 'number', label2: 'Расход за месяц', unit2: 'Гкал', kind3: 'date' };

const factsAt = async (address: string) => {
  const house = await ctx.db.selectFrom('house').select('id').where('address', '=', address).executeTakeFirstOrThrow();
  return (await moreHouseFacts(ctx, house.id)).filter((fact) => fact.origin === ORIGIN);
};

describe('a table of houses', () => {
  it('is looked at: encoding, delimiter, columns with samples', async () => {
    const id = await createProfile(ctx, {
      title: 'Проба',
      origin: 'Система',
      target: 'house',
      filePath: desk.file('a.csv', METERS),
    });
    const profile = await profileById(ctx, id);
    expect(profile?.sample).toMatchObject({ encoding: 'utf-8', delimiter: '\t' });
    expect(profile?.sample.columns[1]).toEqual({ name: 'Прибор', samples: ['ВКТ-7', 'ТВ-7'] });
  });

  it('is tried without a change, then applied; twice is nothing', async () => {
    const profileId = await mapped('meters.csv', METERS, KINDS);
    const input = { profileId, filePath: desk.file('meters.csv', METERS), fileName: 'Счётчики на 01-03-2026.csv', dryRun: true };
    await ctx.write((w) => saveSettings(desk.regions.registry, ctx, w, 'imports', { maxFailedPercent: 100 }));
    const tried = await importByProfile(ctx, input);
    expect(tried).toMatchObject({ state: 'staged', counts: { factsNew: 6, refused: 1 } });
    expect(await factsAt('г. Тюмень, ул. Садовая, д. 14')).toEqual([]);
    expect(await applyByProfile(ctx, { profileId, importId: tried.importId })).toMatchObject({
      state: 'done',
      counts: { factsNew: 6 },
    });
    const facts = await factsAt('г. Тюмень, ул. Садовая, д. 14');
    expect(facts.map((fact) => [fact.label, fact.value, fact.unit])).toEqual([
      ['Поверка', '2027-09-01', null],
      ['Расход за месяц', '1234.5', 'Гкал'],
      ['Теплосчётчик', 'ВКТ-7', null],
    ]);
    expect(facts[0]).toMatchObject({ origin: ORIGIN, source: { date: '2026-03-01', line: 2 } });
    expect(await importByProfile(ctx, { ...input, dryRun: false })).toMatchObject({ counts: { factsNew: 0, factsChanged: 0 } });
    expect(await other.db.selectFrom('house_fact').selectAll().execute()).toEqual([]);
  });

  it('keeps what a later file no longer names and takes a new value', async () => {
    const profile = await ctx.db
      .selectFrom('import_profile')
      .select('id')
      .where('title', '=', 'Теплосчётчики')
      .executeTakeFirstOrThrow();
    const later = ['Адрес;Прибор;Расход;Поверка', 'г. Тюмень, ул. Садовая, д. 14;ВКТ-7;1300;01.09.2027'].join('\n');
    const report = await importByProfile(ctx, {
      profileId: profile.id,
      filePath: desk.file('later.csv', later),
      fileName: 'Счётчики на 01-04-2026.csv',
      dryRun: false,
    });
    expect(report).toMatchObject({ state: 'done', counts: { factsNew: 0, factsChanged: 1 } });
    expect(await factsAt('г. Тюмень, ул. Садовая, д. 16')).toHaveLength(3);
  });
});

describe('a workbook of companies', () => {
  it('finds them by ИНН', async () => {
    const company = await ctx.db
      .selectFrom('company')
      .select(['id', 'inn'])
      .where('inn', 'is not', null)
      .executeTakeFirstOrThrow();
    const book = await xlsxOf([
      ['ИНН', 'Аварийных бригад'],
      [company.inn ?? '', '4'],
    ]);
    const filePath = desk.file('crews.xlsx', book);
    const id = await createProfile(ctx, { title: 'Бригады', origin: 'ЕДДС', target: 'company', filePath });
    const profile = await profileById(ctx, id);
    expect(profile?.sample).toMatchObject({ encoding: 'xlsx', delimiter: null });
    await saveMapping(ctx, {
      profileId: id,
      keyColumn: 'ИНН',
      keyKind: 'inn',
      facts: factsOf({ kind1: 'number' }, profile?.sample ?? { encoding: '', delimiter: null, columns: [] }),
    });
    const report = await importByProfile(ctx, { profileId: id, filePath, fileName: 'crews.xlsx', dryRun: false });
    expect(report).toMatchObject({ state: 'done', counts: { factsNew: 1, refused: 0 } });
    expect(await moreCompanyFacts(ctx, company.id)).toMatchObject([{ label: 'Аварийных бригад', value: '4', origin: 'ЕДДС' }]);
  });

  it('refuses a key of the other kind, a column that is not there, a file that is no table', async () => {
    const profile = await ctx.db
      .selectFrom('import_profile')
      .select('id')
      .where('title', '=', 'Бригады')
      .executeTakeFirstOrThrow();
    const facts = factsOf(
      { kind1: 'number' },
      {
        encoding: '',
        delimiter: null,
        columns: [
          { name: 'ИНН', samples: [] },
          { name: 'б', samples: [] },
        ],
      },
    );
    await expect(saveMapping(ctx, { profileId: profile.id, keyColumn: 'ИНН', keyKind: 'address', facts })).rejects.toMatchObject({
      kind: 'invalid',
    });
    await expect(saveMapping(ctx, { profileId: profile.id, keyColumn: 'нет', keyKind: 'inn', facts })).rejects.toMatchObject({
      kind: 'invalid',
    });
    await expect(saveMapping(ctx, { profileId: profile.id, keyColumn: 'ИНН', keyKind: 'inn', facts: [] })).rejects.toMatchObject({
      kind: 'invalid',
    });
    for (const bad of ['', 'одна строка', Buffer.from('PK\u0003\u0004nothing')])
      await expect(
        createProfile(ctx, { title: 'x', origin: 'x', target: 'house', filePath: desk.file('bad', bad) }),
      ).rejects.toMatchObject({ kind: 'invalid' });
  });
});

const REAL = path.resolve(import.meta.dirname, '../../../../../shared/data/reforma-gkh/housedata_ekaterinburg_2016_sample.csv');

describe.skipIf(!existsSync(REAL))('a real extract of another region', () => {
  it('is read to its end: every row is understood, and refused because the region does not know its house', async () => {
    const id = await createProfile(ctx, { title: 'Екатеринбург', origin: 'Выгрузка', target: 'house', filePath: REAL });
    const profile = await profileById(ctx, id);
    const names = profile?.sample.columns.map((column) => column.name) ?? [];
    const sample = profile?.sample ?? { encoding: '', delimiter: null, columns: [] };
    expect(sample).toMatchObject({ encoding: 'utf-8', delimiter: ',' });
    const kinds = { [`kind${names.indexOf('LASTUPDATE')}`]: 'date', [`kind${names.indexOf('YEAR')}`]: 'number' };
    await saveMapping(ctx, { profileId: id, keyColumn: 'ADDRESS', keyKind: 'address', facts: factsOf(kinds, sample) });
    const report = await importByProfile(ctx, { profileId: id, filePath: REAL, fileName: 'real.csv', dryRun: false });
    expect(report).toMatchObject({ state: 'done', rowsRead: 300, counts: { factsNew: 0, refused: 300 } });
  });
});
