// Real extracts of the tax service with people's data taken out (where they are at hand), and what a company's card tells after them.
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Context } from '@zhkh/kernel/module.server';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { element } from '../../fixtures/fns/xml.ts';
import imports from '@zhkh/imports/module';
import directory from '../../module.server.ts';
import { companyFacts } from '../../queries/company-facts.server.ts';
import { makeCompany } from '../../testing/factories.ts';
import { runImport } from '@zhkh/imports/testing';

const DATA = path.resolve(import.meta.dirname, '../../../../../shared/data');
const sample = (name: string) => path.join(DATA, 'fns-egrul/sample', name);
const real = path.join(DATA, 'fns-opendata/revexp_one_file_derived.csv');

let regions: TwoRegions;
let ctx: Context;
let folder: string;

beforeAll(async () => {
  regions = await twoRegions([imports, directory]);
  ctx = await systemIn(regions, 'tyumen');
  folder = await mkdtemp(path.join(os.tmpdir(), 'fns-'));
});
afterAll(async () => {
  await regions.close();
  await rm(folder, { recursive: true, force: true });
});

describe.skipIf(!existsSync(sample('VO_RUGFO_sample_redacted.xml')))('real extracts', () => {
  it('of a firm', async () => {
    const id = await makeCompany(ctx, { ogrn: '1147200000001', inn: null });
    const report = await runImport(ctx, { connector: 'egrul', filePath: sample('VO_RUGFO_sample_redacted.xml') });
    expect(report).toMatchObject({
      state: 'done',
      rowsRead: 1,
      rowsFailed: 0,
      counts: { registrationsNew: 1, requisitesChanged: 1 },
    });
    const facts = await companyFacts(ctx, id);
    expect(facts).toMatchObject({
      registration: {
        register: 'egrul',
        status: 'active',
        registeredOn: '2014-07-30',
        okved: '46.90',
        capital: 10_000,
        address: '625000, Удмуртская Республика, г. Ижевск, ул. Примерная, д. 1, кв. 1',
        addressUnreliable: false,
        source: { connector: 'egrul', file: 'VO_RUGFO_sample_redacted.xml', date: '2018-01-11' },
      },
      finance: [],
      staff: [],
      sme: null,
    });
    const company = await ctx.db.selectFrom('company').select(['inn', 'kpp']).where('id', '=', id).executeTakeFirst();
    expect(company).toEqual({ inn: '7200000018', kpp: '184101001' });
  });

  it('of an entrepreneur', async () => {
    const id = await makeCompany(ctx, { ogrn: '308720000000003', inn: null });
    const report = await runImport(ctx, { connector: 'egrip', filePath: sample('VO_RIGFO_sample_redacted.xml') });
    expect(report).toMatchObject({ state: 'done', rowsRead: 1, rowsFailed: 0 });
    const row = await ctx.db.selectFrom('company_registration').selectAll().where('company_id', '=', id).executeTakeFirst();
    expect(row).toMatchObject({
      register: 'egrip',
      status: 'active',
      okved: '70.22',
      region_code: '78',
      address: null,
      email: null,
    });
  });
});

describe.skipIf(!existsSync(real))('income and expenses of real firms', () => {
  it('fall on the one the region knows; absent kopecks and commas in names harm nobody', async () => {
    const firms = readFileSync(real, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.trim().split(','))
      .map((cells) => ({
        name: cells.slice(0, -3).join(','),
        inn: cells.at(-3) ?? '',
        income: cells.at(-2) ?? '',
        expense: cells.at(-1) ?? '',
      }));
    expect(firms).toHaveLength(92);
    const known = firms.find((firm) => Number(firm.income) > 0);
    const id = await makeCompany(ctx, { inn: known?.inn ?? '' });
    const documents = firms.map((firm, at) =>
      element(
        'Документ',
        { ИдДок: String(at), ДатаДок: '01.08.2024', ДатаСост: '31.12.2023' },
        element('СведНП', { НаимОрг: firm.name, ИННЮЛ: firm.inn }),
        element('СведДохРасх', { СумДоход: firm.income, СумРасход: firm.expense }),
      ),
    );
    const filePath = path.join(folder, 'VO_OTKRDAN5_9965_9965_20240801_1.xml');
    await writeFile(filePath, element('Файл', { ВерсФорм: '4.01', ТипИнф: 'ОТКРДАННЫЕ5', КолДок: '92' }, ...documents));
    const report = await runImport(ctx, { connector: 'revexp', filePath });
    expect(report).toMatchObject({ state: 'done', rowsRead: 92, rowsFailed: 0, counts: { financeNew: 1, financeChanged: 0 } });
    expect((await companyFacts(ctx, id)).finance).toEqual([
      {
        year: 2023,
        income: Number(known?.income),
        expense: Number(known?.expense),
        source: {
          connector: 'revexp',
          file: 'VO_OTKRDAN5_9965_9965_20240801_1.xml',
          date: '2023-12-31',
          line: firms.findIndex((firm) => firm.inn === known?.inn) + 1,
          importId: report.importId,
        },
      },
    ]);
  });
});
