// The tax service's registers from committed files to facts: every version, strangers skipped, twice the same, years kept.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Context } from '@zhkh/kernel/module.server';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cp1251 } from '../../fixtures/fns/xml.ts';
import imports from '@zhkh/imports/module';
import directory from '../../module.server.ts';
import { companyFacts } from '../../queries/company-facts.server.ts';
import { seed } from '../../seed.server.ts';
import { makeCompany } from '../../testing/factories.ts';
import { applyImport, runImport } from '@zhkh/imports/testing';

const DEMO_FILES = path.join(import.meta.dirname, '../../fixtures');
const TABLES = ['company', 'company_registration', 'company_finance', 'company_staff', 'company_sme'] as const;

let regions: TwoRegions;
let ctx: Context;
let omsk: Context;
let folder: string;

beforeAll(async () => {
  regions = await twoRegions([imports, directory]);
  [ctx, omsk] = await Promise.all([systemIn(regions, 'tyumen'), systemIn(regions, 'omsk')]);
  folder = await mkdtemp(path.join(os.tmpdir(), 'fns-'));
  await Promise.all([seed(ctx, { size: 'demo' }), seed(omsk, { size: 'demo' })]);
});
afterAll(async () => {
  await regions.close();
  await rm(folder, { recursive: true, force: true });
});

async function fingerprint(of: Context): Promise<string[]> {
  return Promise.all(
    TABLES.map(async (table) => {
      const rows = await sql<{
        sum: string;
      }>`select md5(string_agg(t::text, '|' order by t::text)) as sum from ${sql.id(table)} t`.execute(of.db);
      return `${table} ${rows.rows[0]?.sum}`;
    }),
  );
}

async function file(name: string, text: string, encode: (text: string) => Buffer = Buffer.from): Promise<string> {
  const target = path.join(folder, name);
  await writeFile(target, encode(text));
  return target;
}

const fixtures = (connector: string) =>
  readdirSync(path.join(DEMO_FILES, '72'))
    .filter((name) => name.startsWith(`${connector}-`))
    .sort()
    .map((name) => path.join(DEMO_FILES, '72', name));

describe('the demo set', () => {
  it('tells registration in every version of the format', async () => {
    const rows = await ctx.db
      .selectFrom('company_registration')
      .innerJoin('company', 'company.id', 'company_id')
      .selectAll('company_registration')
      .select('company.name as company')
      .where('seen_on', '=', '2026-02-02')
      .orderBy('ogrn')
      .execute();
    expect(rows).toHaveLength(16);
    expect(rows.every((row) => row.okved === '68.32.1' && row.short_name && row.seen_on === '2026-02-02')).toBe(true);
    expect(rows[0]).toMatchObject({
      status: 'active',
      capital: 10_000,
      email: 'priem@tura-servis.example',
      address: '625000, Тюменская область, г. Тюмень, ул. Конторская, д. 7, оф. 10',
      region_code: '72',
      address_unreliable: false,
    });
    expect(rows[1]?.address).toBe('625000, Тюменская область, г. Тюмень, ул. Конторская, д. 8, оф. 11');
    expect(rows.filter((row) => row.okved_reported === '68.32')).toHaveLength(5);
    expect(rows.filter((row) => row.address_unreliable).map((row) => row.address_note)).toEqual([
      expect.stringContaining('недостоверны'),
    ]);
    expect(rows.filter((row) => row.status !== 'active').map((row) => [row.status, row.status_on])).toEqual([
      ['excluding', '2026-01-14'],
      ['reorganising', null],
      ['excluded', '2025-12-03'],
    ]);
  });

  it('keeps nothing of people', async () => {
    const found = await sql<{
      n: number;
    }>`select count(*) as n from company_registration t where t::text ilike '%вымышленная%'`.execute(ctx.db);
    expect(found.rows[0]?.n).toBe(0);
  });

  it('keeps income and staff by year; a firm left out of the set is unknown, not zero', async () => {
    const years = await ctx.db.selectFrom('company_finance').select('year').distinct().orderBy('year').execute();
    expect(years.map((row) => row.year)).toEqual([2023, 2024]);
    const finance = await ctx.db.selectFrom('company_finance').selectAll().execute();
    expect(finance).toHaveLength(30);
    expect(finance.filter((row) => row.income === 0)).toHaveLength(2);
    expect(finance.every((row) => row.fact_date === `${row.year}-12-31` && row.import_entry?.endsWith('.xml'))).toBe(true);
    const staff = await ctx.db.selectFrom('company_staff').selectAll().execute();
    expect(staff).toHaveLength(30);
  });

  it('takes a category without the attributes the schema requires; the same state next month is the same row', async () => {
    const rows = await ctx.db.selectFrom('company_sme').selectAll().execute();
    expect(rows).toHaveLength(16);
    expect(
      rows.every((row) => row.fact_date === '2026-01-10' && row.seen_on === '2026-02-10' && row.since === '2016-08-01'),
    ).toBe(true);
    expect(rows.filter((row) => row.is_new === null)).toHaveLength(4);
    expect(rows.filter((row) => row.is_new === false)).toHaveLength(12);
  });

  it('stays inside its region', async () => {
    const rows = await omsk.db.selectFrom('company_finance').select('company_id').distinct().execute();
    expect(rows).toHaveLength(5);
    const report = await runImport(omsk, { connector: 'revexp', filePath: fixtures('revexp')[0] ?? '' });
    expect(report).toMatchObject({ state: 'done', rowsRead: 55, rowsFailed: 0, counts: { financeNew: 0, financeChanged: 0 } });
  });

  it('changes nothing when loaded again, in any order', async () => {
    const before = await fingerprint(ctx);
    for (const connector of ['egrul', 'revexp', 'sshr', 'rsmp'])
      for (const filePath of fixtures(connector).reverse()) {
        const report = await runImport(ctx, { connector, filePath });
        expect(report).toMatchObject({ state: 'done', rowsFailed: 0 });
        expect(Object.values(report.counts).every((count) => count === 0)).toBe(true);
      }
    expect(await fingerprint(ctx)).toEqual(before);
    const staged = await sql<{
      n: number;
    }>`select (select count(*) from stage_registration) + (select count(*) from stage_finance) + (select count(*) from stage_staff) + (select count(*) from stage_sme) as n`.execute(
      ctx.db,
    );
    expect(staged.rows[0]?.n).toBe(0);
  });
});

async function firm(): Promise<{ id: string; inn: string; ogrn: string }> {
  const row = await ctx.db
    .selectFrom('company')
    .select(['id', 'inn', 'ogrn'])
    .where('inn', 'is not', null)
    .orderBy('ogrn')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { ...row, inn: row.inn ?? '' };
}

const egrulFile = (inside: string, version = '4.07') =>
  `<?xml version="1.0" encoding="windows-1251"?><Файл ВерсФорм="${version}" КолДок="         1"><Документ ИдДок="1">${inside}</Документ></Файл>`;

describe('later extracts', () => {
  it('keep the earlier state as history', async () => {
    const { id, inn, ogrn } = await firm();
    const body = `<СвЮЛ ДатаВып="2026-02-20" ОГРН="${ogrn}" ИНН="${inn}" ДатаОГРН="2010-01-17"><СвНаимЮЛ НаимЮЛПолн="ООО НОВОЕ"/>
      <СвСтатус><СвСтатус КодСтатусЮЛ="117" НаимСтатусЮЛ="Юридическое лицо признано несостоятельным (банкротом)"/></СвСтатус>
      <СвПредш ОГРН="1" НаимЮЛПолн="X"><СвНаимЮЛ НаимЮЛПолн="ЧУЖОЕ"/></СвПредш></СвЮЛ>`;
    const report = await runImport(ctx, {
      connector: 'egrul',
      filePath: await file('VO_RUGFO_0000_9965_20260220_1.xml', egrulFile(body), cp1251),
    });
    expect(report).toMatchObject({ state: 'done', counts: { registrationsNew: 1 } });
    const rows = await ctx.db
      .selectFrom('company_registration')
      .select(['fact_date', 'status', 'name'])
      .where('company_id', '=', id)
      .orderBy('fact_date')
      .execute();
    expect(rows.map((row) => [row.fact_date, row.status])).toEqual([
      ['2025-11-10', 'active'],
      ['2026-02-02', 'active'],
      ['2026-02-20', 'bankrupt'],
    ]);
    expect(rows[2]?.name).toBe('ООО НОВОЕ');
    expect((await companyFacts(ctx, id)).registration?.changes).toContainEqual({
      on: '2026-02-20',
      field: 'status',
      before: 'active',
      after: 'bankrupt',
    });
  });

  it('reads the document element of the published schema', async () => {
    const { id, inn, ogrn } = await firm();
    const body = `<EGRUL ДатаВыг="2026-02-25"><СвЮЛ ДатаВып="2026-02-25" ОГРН="${ogrn}" ИНН="${inn}" ДатаОГРН="2010-01-17"><СвНаимЮЛ НаимЮЛПолн="ООО СНОВА"/></СвЮЛ></EGRUL>`;
    const report = await runImport(ctx, { connector: 'egrul', filePath: await file('egrul-2026-02-25.xml', body) });
    expect(report).toMatchObject({ state: 'done', counts: { registrationsNew: 1 } });
    const row = await ctx.db
      .selectFrom('company_registration')
      .select('name')
      .where('company_id', '=', id)
      .orderBy('fact_date', 'desc')
      .limit(1)
      .executeTakeFirst();
    expect(row?.name).toBe('ООО СНОВА');
  });

  it('are tried first without changing anything, then applied', async () => {
    const { inn, ogrn } = await firm();
    const body = `<СвЮЛ ДатаВып="2026-02-27" ОГРН="${ogrn}" ИНН="${inn}" ДатаОГРН="2010-01-17"><СвНаимЮЛ НаимЮЛПолн="ООО ПРОБА"/></СвЮЛ>`;
    const filePath = await file('VO_RUGFO_0000_9965_20260227_1.xml', egrulFile(body), cp1251);
    const before = await fingerprint(ctx);
    const tried = await runImport(ctx, { connector: 'egrul', filePath, dryRun: true });
    expect(tried).toMatchObject({ state: 'staged', counts: { registrationsNew: 1 } });
    expect(await fingerprint(ctx)).toEqual(before);
    expect(await applyImport(ctx, tried.importId)).toMatchObject({ state: 'done', counts: { registrationsNew: 1 } });
    expect(await fingerprint(ctx)).not.toEqual(before);
  });

  it('tell that a company has left the register of small business, and what it was', async () => {
    const { id } = await firm();
    const other = await ctx.db
      .selectFrom('company')
      .select('ogrn')
      .where('id', '<>', id)
      .orderBy('ogrn')
      .limit(1)
      .executeTakeFirstOrThrow();
    const xml = `<Файл ВерсФорм="4.06" ТипИнф="РЕЕСТРМСП"><Документ ДатаСост="20.02.2026" КатСубМСП="1"><ОргВклМСП ОГРН="${other.ogrn}"/></Документ></Файл>`;
    const report = await runImport(ctx, { connector: 'rsmp', filePath: await file('rsmp-2026-02-20.xml', xml) });
    expect(report).toMatchObject({ state: 'done', counts: { smeNew: 1 } });
    expect((await companyFacts(ctx, id)).sme).toMatchObject({
      category: 'small',
      goneBy: '2026-02-20',
      source: { date: '2026-02-10' },
    });
  });

  it('know an entrepreneur by his number, and of him only name and region', async () => {
    const id = await makeCompany(ctx, { ogrn: '308720000000003', inn: null });
    const report = await runImport(ctx, { connector: 'egrip', filePath: path.join(DEMO_FILES, 'fns/egrip-2026-02-02.xml') });
    expect(report).toMatchObject({ state: 'done', rowsRead: 2, rowsFailed: 0, counts: { registrationsNew: 1 } });
    const row = await ctx.db
      .selectFrom('company_registration')
      .selectAll()
      .where('company_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      name: 'ИП Вымышленный Пётр Ильич',
      region_code: '72',
      address: null,
      email: null,
      status: 'ceased',
      status_on: '2025-11-20',
    });
    expect((await ctx.db.selectFrom('company').select('inn').where('id', '=', id).executeTakeFirst())?.inn).toBeNull();
  });
});

describe('what can not be', () => {
  it('is refused with field and reason, and changes nothing', async () => {
    const { inn, ogrn } = await firm();
    const wrong = `${ogrn.slice(0, 12)}${(Number(ogrn[12]) + 1) % 10}`;
    const set = (attributes: string, figures: string) =>
      `<Файл ВерсФорм="4.01" ТипИнф="ОТКРДАННЫЕ5"><Документ ИдДок="1" ${attributes}><СведНП НаимОрг="Х" ИННЮЛ="${inn}"/><СведДохРасх ${figures}/></Документ></Файл>`;
    const cases: [connector: string, xml: string, field: string, reason: string][] = [
      ['egrul', egrulFile(`<СвЮЛ ДатаВып="2026-02-20" ОГРН="${wrong}"/>`), 'ОГРН', 'ogrn'],
      ['egrul', egrulFile(`<СвЮЛ ДатаВып="2026-02-20" ОГРН="${ogrn}" ИНН="7203401340"/>`), 'ИНН', 'inn'],
      ['egrul', egrulFile(`<СвЮЛ ДатаВып="2026-02-31" ОГРН="${ogrn}"><СвНаимЮЛ НаимЮЛПолн="Х"/></СвЮЛ>`), '@ДатаВып', 'value'],
      [
        'revexp',
        set('ДатаДок="15.07.2025" ДатаСост="31.12.2024"', 'СумДоход="много" СумРасход="1"'),
        'СведДохРасх@СумДоход',
        'value',
      ],
      ['revexp', set('ДатаДок="15.07.2025" ДатаСост="31.12.2024"', 'СумРасход="1"'), 'СумДоход', 'value'],
      ['revexp', set('ДатаДок="15.07.2099" ДатаСост="31.12.2098"', 'СумДоход="1" СумРасход="1"'), '@ДатаСост', 'value'],
    ];
    const before = await fingerprint(ctx);
    for (const [at, [connector, xml, field, reason]] of cases.entries()) {
      const encode = xml.includes('windows-1251') ? cp1251 : (text: string) => Buffer.from(text);
      const report = await runImport(ctx, { connector, filePath: await file(`bad-${at}.xml`, xml, encode) });
      expect(report).toMatchObject({ state: 'stopped', error: 'too-many-failed', rowsFailed: 1 });
      const row = await ctx.db
        .selectFrom('import_failed_row')
        .select(['field', 'reason'])
        .where('import_id', '=', report.importId)
        .executeTakeFirst();
      expect(row).toEqual({ field, reason });
    }
    expect(await fingerprint(ctx)).toEqual(before);
  });

  it.each([
    ['revexp', 'sshr-data-20251225-structure-20200408.zip', 'columns'],
    ['egrip', 'egrul-2026-02-02.zip', 'columns'],
    ['rsmp', 'revexp-data-20250725-structure-20180110.zip', 'columns'],
  ])('%s refuses a file of another register', async (connector, name, reason) => {
    const report = await runImport(ctx, { connector, filePath: path.join(DEMO_FILES, '72', name) });
    expect(report.state).toBe('failed');
    expect(report.error).toContain(reason);
  });

  it.each([
    ['version', egrulFile('<СвЮЛ/>', '5.01')],
    [
      'doctype',
      '<?xml version="1.0" encoding="windows-1251"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Файл><Документ/></Файл>',
    ],
    ['xml', egrulFile('<СвЮЛ ОГРН="1"').slice(0, -20)],
  ])('refuses a source for its %s', async (reason, xml) => {
    const report = await runImport(ctx, { connector: 'egrul', filePath: await file(`${reason}.xml`, xml, cp1251) });
    expect(report.state).toBe('failed');
    expect(report.error).toContain(reason);
  });
});
