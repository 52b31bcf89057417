// A resident's home, the pin of a house, who manages it over time, what officials of a territory reach.
import type { Context } from '@zhkh/kernel/module.server';
import { asOfficial, asResident, systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runImport } from '@zhkh/imports/testing';
import imports from '@zhkh/imports/module';
import directory from '../module.server.ts';
import { houseRegister } from '../queries/house-register.server.ts';
import { createDirectory } from '../service.server.ts';
import { makeCompany, makeHouse, makeTerm } from '../testing/factories.ts';
import { applyManagers } from './apply-managers.server.ts';
import { moveHousePin } from './move-house-pin.server.ts';

let regions: TwoRegions;
let ctx: Context;

beforeAll(async () => {
  regions = await twoRegions([imports, directory]);
  ctx = await systemIn(regions, 'tyumen');
});
afterAll(() => regions.close());

describe('managerOf', () => {
  it('follows the terms: before, during a change, after', async () => {
    const [a, b] = [await makeCompany(ctx), await makeCompany(ctx)];
    const house = await makeHouse(ctx, { companyId: a, since: '2020-01-01' });
    await makeTerm(ctx, { houseId: house, companyId: b, from: '2026-04-01' });
    const { managerOf } = createDirectory(ctx);
    const on = async (at: string) => (await managerOf(house, new Date(at)))?.companyId ?? null;
    expect([await on('2019-12-31T00:00:00Z'), await on('2026-03-02T00:00:00Z'), await on('2026-04-01T00:00:00Z')]).toEqual([
      null,
      a,
      b,
    ]);
    // 31 March, 20:00 in London is already 1 April in Tyumen
    expect(await on('2026-03-31T20:00:00Z')).toBe(b);
  });

  it('is brought to the house on the day by the nightly job, once', async () => {
    const [a, b] = [await makeCompany(ctx), await makeCompany(ctx)];
    const house = await makeHouse(ctx, { companyId: a });
    await makeTerm(ctx, { houseId: house, companyId: b, from: '2026-03-01' });
    const roll = () => ctx.write((w) => applyManagers(ctx, w));
    expect([(await roll()) >= 1, await roll()]).toEqual([true, 0]);
    const row = await ctx.db.selectFrom('house').select('company_id').where('id', '=', house).executeTakeFirst();
    expect(row?.company_id).toBe(b);
  });

  it('lets two companies stand during a change, one company once', async () => {
    const a = await makeCompany(ctx);
    const house = await makeHouse(ctx, { companyId: a, since: '2020-01-01' });
    await expect(makeTerm(ctx, { houseId: house, companyId: a, from: '2026-01-01' })).rejects.toThrow();
  });
});

describe('bindResidence', () => {
  it('keeps one current home, the earlier as history', async () => {
    const [one, two] = [await makeHouse(ctx), await makeHouse(ctx)];
    const resident = await asResident(regions, 'tyumen');
    const accountId = 'accountId' in resident.actor ? resident.actor.accountId : '';
    const service = createDirectory(resident);
    const bind = (houseId: string, flat?: string) =>
      resident.write((w) => service.bindResidence(w, { accountId, houseId, flat: flat ?? null }));
    await bind(one, 'кв. 12');
    expect(await service.residence(accountId)).toMatchObject({ houseId: one, flat: '12' });
    await bind(one, '14а');
    await bind(two);
    expect(await service.residence(accountId)).toMatchObject({ houseId: two, flat: null });
    const rows = await ctx.db.selectFrom('residence').select(['house_id', 'until']).where('account_id', '=', accountId).execute();
    expect(rows.filter((row) => row.until === null).length).toBe(1);
    expect(rows.length).toBe(2);
  });

  it('refuses an unknown house and a flat that can not be', async () => {
    const house = await makeHouse(ctx, { flats: 60 });
    const resident = await asResident(regions, 'tyumen');
    const accountId = 'accountId' in resident.actor ? resident.actor.accountId : '';
    const bind = (houseId: string, flat: string | null) =>
      resident.write((w) => createDirectory(resident).bindResidence(w, { accountId, houseId, flat }));
    await expect(bind('00000000-0000-7000-8000-000000000000', null)).rejects.toMatchObject({ kind: 'notFound' });
    await expect(bind(house, '<script>')).rejects.toMatchObject({
      kind: 'invalid',
      fields: { flat: { key: 'directory:errors.flat-form' } },
    });
    await expect(bind(house, '5000')).rejects.toMatchObject({
      fields: { flat: { key: 'directory:errors.flat-too-big', params: { flats: 60 } } },
    });
  });
});

describe('moveHousePin', () => {
  it('moves it, leaves a trace, and no import moves it back', async () => {
    const house = await makeHouse(ctx, { point: { lat: 57.1, lon: 65.5 } });
    const official = await asOfficial(regions, 'tyumen');
    await moveHousePin(official, { houseId: house, lat: 57.15, lon: 65.55 });
    await ctx.write((w) => w.db.updateTable('house').set({ gis_guid: house }).where('id', '=', house).execute());
    const file = path.join(os.tmpdir(), `points-${house}.csv`);
    writeFileSync(
      file,
      `house_guid;lat;lon;source\n${house};57,9;65,9;файл\n11111111-1111-4111-8111-111111111111;57;65;файл\n${house};957;65;файл\n`,
    );
    const report = await runImport(ctx, { connector: 'house-points', filePath: file });
    expect(report).toMatchObject({ state: 'stopped' });
    writeFileSync(file, `house_guid;lat;lon;source\n${house};57,9;65,9;файл\n11111111-1111-4111-8111-111111111111;57;65;файл\n`);
    expect(await runImport(ctx, { connector: 'house-points', filePath: file })).toMatchObject({
      state: 'done',
      rowsFailed: 1,
      counts: { pointsSet: 0, refused: 1 },
    });
    const row = await ctx.db
      .selectFrom('house')
      .select(['lat', 'lon', 'point_source'])
      .where('id', '=', house)
      .executeTakeFirst();
    expect(row).toEqual({ lat: 57.15, lon: 65.55, point_source: 'official' });
  });

  it('stays within the official’s territory; a list shows no more', async () => {
    const [mine, other] = [await makeHouse(ctx, { oktmo: '71710000' }), await makeHouse(ctx, { oktmo: '71705000' })];
    const official = await asOfficial(regions, 'tyumen', { territories: ['71710'] });
    await moveHousePin(official, { houseId: mine, lat: 58.2, lon: 68.2 });
    await expect(moveHousePin(official, { houseId: other, lat: 58.2, lon: 68.2 })).rejects.toMatchObject({ kind: 'notFound' });
    const seen = await houseRegister(official, { sort: 'address', dir: 'asc', page: 1 });
    expect(seen.rows.map((row) => row.id)).toEqual([mine]);
    const resident = await asResident(regions, 'tyumen');
    await expect(moveHousePin(resident, { houseId: mine, lat: 58.2, lon: 68.2 })).rejects.toMatchObject({ kind: 'notFound' });
    expect((await houseRegister(resident, { sort: 'address', dir: 'asc', page: 1 })).total).toBe(0);
  });
});
