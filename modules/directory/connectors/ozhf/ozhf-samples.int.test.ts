// Real rows of «Сведения по ОЖФ» (where they are at hand): thirteen houses of Saint Petersburg with their quirks, laid out under the real header.
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Context } from '@zhkh/kernel/module.server';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import imports from '@zhkh/imports/module';
import directory from '../../module.server.ts';
import { runImport } from '@zhkh/imports/testing';
import { columns, header } from './columns.ts';

const DATA = path.resolve(import.meta.dirname, '../../../../../shared/data/gis-gkh-open-export');
const realHeader = path.join(DATA, 'ozhf_header.txt');
const realRows = path.join(DATA, 'spb_houses_head_derived.csv');

/** Columns of the derived file → columns of the export. The derived file keeps the export's cells as they are, quotes included. */
const SAME: Readonly<Record<string, string>> = {
  Адрес: columns.address,
  'GUID дома': columns.houseGuid,
  'GUID ФИАС': columns.fiasGuid,
  ОКТМО: columns.oktmo,
  'Способ управления': columns.mode,
  'ОГРН УО': columns.ogrn,
  'Управляющая организация': columns.companyName,
  'Тип дома': columns.houseKind,
  Состояние: columns.state,
  'Общая площадь': columns.totalArea,
  'Жилая площадь': columns.livingArea,
  'Дата сноса': columns.demolishedOn,
};

describe.skipIf(!existsSync(realHeader))('the real header', () => {
  it("is the connector's, name by name", () => {
    expect(readFileSync(realHeader, 'utf8').trim().split('|')).toEqual(header);
  });
});

describe.skipIf(!existsSync(realRows))('real houses', () => {
  let regions: TwoRegions;
  let ctx: Context;
  let folder: string;
  beforeAll(async () => {
    regions = await twoRegions([imports, directory]);
    ctx = await systemIn(regions, 'tyumen');
    folder = await mkdtemp(path.join(os.tmpdir(), 'ozhf-real-'));
  });
  afterAll(async () => {
    await regions.close();
    await rm(folder, { recursive: true, force: true });
  });

  function asExported(): string {
    const [head = '', ...lines] = readFileSync(realRows, 'utf8')
      .replace(/^\uFEFF/, '')
      .trim()
      .split(/\r?\n/);
    const names = head.split('|').map((name) => SAME[name]);
    const rows = lines.map((line) => {
      const cells = line.split('|');
      return header.map((column) => cells[names.indexOf(column)] ?? '').join('|');
    });
    return [header.join('|'), ...rows].join('\r\n');
  }

  it('are read to the last one, names with loose quotes and all', async () => {
    const filePath = path.join(folder, 'ozhf-2026-02-02.csv');
    await writeFile(filePath, asExported());
    const report = await runImport(ctx, { connector: 'ozhf', filePath });
    expect(report).toMatchObject({ state: 'done', rowsRead: 13, rowsFailed: 0, counts: { housesNew: 13 } });
    const houses = await ctx.db
      .selectFrom('house')
      .leftJoin('company', 'company.id', 'house.company_id')
      .select(['house.address', 'city', 'number', 'total_area', 'management_mode', 'company.ogrn', 'company.short_name'])
      .orderBy('address')
      .execute();
    expect(houses).toHaveLength(13);
    expect(houses.find((house) => house.address.includes('д. 32/1'))).toMatchObject({ total_area: 9510, ogrn: '1089847137588' });
    for (const house of houses) expect(house.city).toMatch(/Санкт-Петербург/);
    const named = houses.filter((house) => house.short_name !== null);
    expect(named).toHaveLength(12);
    for (const { short_name: name } of named) expect(name).toMatch(/^(УК|ТСЖ|ТСН) «[^»]+»$/);
    const again = await runImport(ctx, { connector: 'ozhf', filePath });
    expect(again.counts).toMatchObject({ housesNew: 0, housesChanged: 0, companiesChanged: 0 });
  });
});
