// The authority's registers: each filter, the territory, saved views of people and colleagues, exports a reader opens.
import { writeFileSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { newId } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import { asOfficial, leakProbe, systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import readExcel from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actOnRegisterView } from '../commands/act-on-register-view.server.ts';
import { companyRegisterQuery, registerQuery } from '../domain/register-query.ts';
import { companyRegisterFile, houseRegisterFile } from '../exports/register-file.server.ts';
import imports from '@zhkh/imports/module';
import directory from '../module.server.ts';
import { makeCompany, makeHouse, makeTerm } from '../testing/factories.ts';
import { companyRegister } from './company-register.server.ts';
import { houseRegister } from './house-register.server.ts';
import { registerViews } from './register-views.server.ts';

let regions: TwoRegions;
let ctx: Context;
let official: Context;
let a = '';
let b = '';
let old = '';
let moved = '';
const authorityId = newId();
beforeAll(async () => {
  regions = await twoRegions([imports, directory]);
  ctx = await systemIn(regions, 'tyumen');
  official = await asOfficial(regions, 'tyumen', { authorityId });
  a = await makeCompany(ctx, { shortName: 'УК «Альфа»' });
  b = await makeCompany(ctx, { shortName: 'ТСЖ "Бета"; первое', kind: 'owners-association' });
  old = await makeHouse(ctx, { companyId: a, oktmo: '71701000' });
  moved = await makeHouse(ctx, { companyId: a, oktmo: '71710000' });
  await makeHouse(ctx, { address: 'обл. Тюменская, г. Тобольск, ул. Кремлёвская, д. 5', oktmo: '71710000' });
  await ctx.write(async (w) => {
    await w.db.updateTable('management').set({ valid_to: '2026-02-01' }).where('house_id', '=', moved).execute();
    await w.db.updateTable('house').set({ company_id: b }).where('id', '=', moved).execute();
    await w.db.updateTable('house').set({ built_year: 1961, floors: 5, status: 'emergency' }).where('id', '=', old).execute();
  });
  await makeTerm(ctx, { houseId: moved, companyId: b, from: '2026-02-01' });
});
afterAll(() => regions.close());

const houses = async (query: object, who = official) =>
  (await houseRegister(who, registerQuery.parse(query))).rows.map((row) => row.id);
const companies = async (query: object, who = official) =>
  (await companyRegister(who, companyRegisterQuery.parse(query))).rows.map((row) => row.short_name);

describe('houses', () => {
  it('are narrowed by every filter', async () => {
    expect(await houses({ yearFrom: '1950', yearTo: '1970' })).toEqual([old]);
    expect(await houses({ floorsFrom: '6' })).toEqual([]);
    expect(await houses({ areaFrom: '3999', areaTo: '4001' })).toHaveLength(3);
    expect(await houses({ state: 'emergency', mode: 'company' })).toEqual([old]);
    expect(await houses({ company: 'none' })).toHaveLength(1);
    expect(await houses({ municipality: '71710' })).toHaveLength(2);
    expect(await houses({ movedFrom: '2026-01-15', movedTo: '2026-02-15' })).toEqual([moved]);
    expect(await houses({ movedFrom: '2026-02-02' })).toEqual([]);
    expect(await houses({ match: 'none' })).toHaveLength(3);
    expect(await houses({ match: 'doubtful' })).toEqual([]);
    expect(await houses({ way: 'специальный счёт' })).toEqual([]);
    expect(await houses({ open: 'yes' })).toEqual([]);
  });

  it('are those of the official’s territory', async () => {
    const there = await asOfficial(regions, 'tyumen', { territories: ['71710'] });
    expect(await houses({}, there)).toHaveLength(2);
    expect(await companies({}, there)).toEqual(['ТСЖ "Бета"; первое']);
  });
});

describe('companies', () => {
  it('are narrowed and sorted', async () => {
    expect(await companies({ sort: 'name', dir: 'asc' })).toEqual(['ТСЖ "Бета"; первое', 'УК «Альфа»']);
    expect(await companies({ kind: 'owners-association' })).toEqual(['ТСЖ "Бета"; первое']);
    expect(await companies({ q: 'альфа' })).toEqual(['УК «Альфа»']);
    expect(await companies({ licence: 'active' })).toEqual([]);
    expect(await companies({ licence: 'none', sme: 'none', offences: 'no', precepts: 'none', status: 'unknown' })).toHaveLength(
      2,
    );
    expect(await companies({ housesFrom: '2' })).toEqual([]);
    expect(await companies({ municipality: '71701' })).toEqual(['УК «Альфа»']);
  });

  it('show licence, income, staff and supervision', async () => {
    await ctx.write(async (w) => {
      const imported = newId();
      const run = {
        id: imported,
        connector: 'licences',
        file_name: 'l.csv',
        state: 'done' as const,
        started_at: ctx.clock.now(),
      };
      await w.db
        .insertInto('import_run')
        .values(run as never)
        .execute();
      const fact = { fact_date: '2026-01-01', import_id: imported, import_line: 2, company_id: a };
      await w.db
        .insertInto('licence')
        .values({ id: newId(), source_key: 'l1', number: '072-1', status: 'A', ...fact } as never)
        .execute();
      await w.db
        .insertInto('company_finance')
        .values({ id: newId(), year: 2025, income: 5_000_000, expense: 1, published_on: '2026-01-01', ...fact } as never)
        .execute();
      await w.db
        .insertInto('precept')
        .values({
          id: newId(),
          source_key: 'p1',
          guid: newId(),
          state: 'Active',
          number: '1',
          issued_on: '2025-12-01',
          deadline: '2026-01-01',
          house_guids: [],
          ...fact,
        } as never)
        .execute();
    });
    expect(await companies({ licence: 'active', incomeFrom: '4000000', precepts: 'overdue' })).toEqual(['УК «Альфа»']);
    expect(await companies({ incomeFrom: '6000000' })).toEqual([]);
  });
});

describe('saved views', () => {
  it('are own, or shared with colleagues of the same authority, and open by themselves when chosen', async () => {
    const colleague = await asOfficial(regions, 'tyumen', { authorityId });
    const stranger = await asOfficial(regions, 'tyumen');
    const query = 'state=emergency&cols=address';
    const shown = await actOnRegisterView(official, 'houses', { intent: 'save', name: 'Аварийные', query, shared: 'yes' });
    await actOnRegisterView(official, 'houses', { intent: 'save', name: 'Мой', query: '', shared: undefined });
    const [view] = await registerViews(official, 'houses');
    expect(shown).toBe(`${query}&view=${view?.id}`);
    const names = async (who: Context) => (await registerViews(who, 'houses')).map((one) => one.name);
    expect([await names(official), await names(colleague), await names(stranger)]).toEqual([
      ['Аварийные', 'Мой'],
      ['Аварийные'],
      [],
    ]);
    expect(await registerViews(official, 'companies')).toEqual([]);

    const viewId = view?.id ?? '';
    for (const intent of ['remove', 'restore'] as const)
      await expect(actOnRegisterView(colleague, 'houses', { intent, viewId })).rejects.toMatchObject({ kind: 'notFound' });
    await expect(actOnRegisterView(stranger, 'houses', { intent: 'usual', viewId })).rejects.toMatchObject({ kind: 'notFound' });
    await actOnRegisterView(colleague, 'houses', { intent: 'usual', viewId });
    expect((await registerViews(colleague, 'houses'))[0]?.usual).toBe(true);
    expect((await registerViews(official, 'houses'))[0]?.usual).toBe(false);

    await actOnRegisterView(official, 'houses', { intent: 'change', viewId, name: 'Аварийный фонд', shared: 'yes' });
    expect(await actOnRegisterView(official, 'houses', { intent: 'remove', viewId })).toBe(`view=all&removed=${viewId}`);
    expect(await names(colleague)).toEqual([]);
    await actOnRegisterView(official, 'houses', { intent: 'restore', viewId });
    expect(await names(colleague)).toEqual(['Аварийный фонд']);
    expect((await registerViews(colleague, 'houses'))[0]?.usual).toBe(false);
  });

  it('are refused when the query is none of this register', async () => {
    const save = (query: string) =>
      actOnRegisterView(official, 'houses', { intent: 'save', name: 'x', query, shared: undefined });
    for (const query of ['kind=other', 'view=javascript:alert(1)', 'sort=price'])
      await expect(save(query)).rejects.toMatchObject({ kind: 'invalid' });
  });
});

describe('exports', () => {
  const read = async (file: Response) => {
    const place = path.join(mkdtempSync(path.join(os.tmpdir(), 'registers-')), 'register.xlsx');
    writeFileSync(place, Buffer.from(await file.arrayBuffer()));
    const [sheet] = await readExcel(place);
    return (sheet?.data ?? []) as unknown[][];
  };

  it('open as a workbook, with numbers as numbers and the columns chosen', async () => {
    const query = registerQuery.parse({ sort: 'year', cols: ['address', 'company', 'built_year', 'status'] });
    const rows = await read(await houseRegisterFile(official, query, 'xlsx'));
    expect(rows[0]).toEqual(['Дом', 'Компания', 'Год постройки', 'Состояние']);
    expect(rows).toHaveLength(4);
    expect(rows[1]?.[1]).toBe('УК «Альфа»');
    expect(rows[1]?.[2]).toBe(1961);
    expect(rows[3]?.[2]).toBeNull();
  });

  it('open as a CSV with quoted names', async () => {
    const text = await (
      await companyRegisterFile(official, companyRegisterQuery.parse({ sort: 'name', dir: 'asc' }), 'csv')
    ).text();
    expect(text).toContain('"ТСЖ ""Бета""; первое"');
    expect(text.trim().split('\r\n')).toHaveLength(3);
  });
});

it('never read a row of another region', async () => {
  await leakProbe(regions, async (inside) => (await houseRegister(inside, registerQuery.parse({}))).rows);
  await leakProbe(regions, async (inside) => (await companyRegister(inside, companyRegisterQuery.parse({}))).rows);
});
