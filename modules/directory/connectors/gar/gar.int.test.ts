// ГАР from archive to addresses on real PostgreSQL: any order of files, both hierarchies, twice the same, a delta, joining our houses.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Context } from '@zhkh/kernel/module.server';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import imports from '@zhkh/imports/module';
import directory from '../../module.server.ts';
import { seed } from '../../seed.server.ts';
import { applyImport, garMoreParts, garParts, guidOf, inventedGar, runImport, writeZip } from '@zhkh/imports/testing';

let regions: TwoRegions;
let ctx: Context;
let folder: string;

beforeAll(async () => {
  regions = await twoRegions([imports, directory]);
  ctx = await systemIn(regions, 'tyumen');
  folder = await mkdtemp(path.join(os.tmpdir(), 'gar-'));
  await seed(ctx, { size: 'demo' });
});
afterAll(async () => {
  await regions.close();
  await rm(folder, { recursive: true, force: true });
});

async function archive(name: string, plan: Parameters<typeof garParts>[0]): Promise<string> {
  const file = path.join(folder, name);
  await writeZip(file, garParts(plan));
  return file;
}

/** Two of our houses under their own GUID, one known by address alone, one on a street that reads alike. */
async function planOfOurs() {
  const ours = await ctx.db
    .selectFrom('house')
    .select(['id', 'street', 'number', 'fias_guids'])
    .where('city', '=', 'г. Тюмень')
    .where('street', '=', 'ул. Мира')
    .orderBy('number_key')
    .execute();
  const [first, second, third, fourth] = ours;
  if (!first || !second || !third || !fourth) throw new Error('demo stock has changed');
  const plan = inventedGar(100, { version: '20260201' });
  const own = [
    { street: 'Мира', number: first.number, guid: first.fias_guids[0] ?? '' },
    { street: 'Мира', number: second.number, guid: second.fias_guids[0] ?? '' },
    { street: 'Мира', number: third.number, guid: guidOf('abcd', 3) },
    { street: 'Миру', number: fourth.number, guid: guidOf('abcd', 4) },
  ];
  const cities = [...plan.cities, { type: 'г', name: 'Тюмень', postal: '625000', oktmo: '71701000001' }];
  return {
    houses: { first, second, third, fourth },
    plan: {
      ...plan,
      cities,
      streets: [
        ...plan.streets,
        { city: cities.length - 1, type: 'ул', name: 'Мира', houses: 3 },
        { city: cities.length - 1, type: 'ул', name: 'Миру', houses: 1 },
      ],
      house: (street: number, index: number) =>
        street < plan.streets.length
          ? plan.house(street, index)
          : (own[(street - plan.streets.length) * 3 + index] ?? plan.house(0, 0)),
    },
  };
}

describe('a full archive', () => {
  it('says first what it would change, then applies it', async () => {
    const { plan, houses } = await planOfOurs();
    const dry = await runImport(ctx, { connector: 'gar', filePath: await archive('gar-2026-02-01.zip', plan), dryRun: true });
    expect(dry).toMatchObject({
      state: 'staged',
      counts: { housesNew: 104, addressesNew: 104, matchedByGuid: 2, matchedByAddress: 1, toReview: 1 },
    });
    expect(await ctx.db.selectFrom('gar_house').select('id').execute()).toEqual([]);
    const report = await applyImport(ctx, dry.importId);
    expect(report).toMatchObject({ state: 'done', counts: dry.counts });
    await expect(applyImport(ctx, dry.importId)).rejects.toMatchObject({ kind: 'conflict' });
    const joined = await ctx.db
      .selectFrom('house_gar')
      .innerJoin('gar_address', 'gar_address.object_id', 'house_gar.object_id')
      .select(['house_id', 'how', 'adm_text', 'number_text', 'postal_code'])
      .execute();
    expect(joined.find((row) => row.house_id === houses.first.id)).toMatchObject({
      how: 'guid',
      adm_text: 'Тюменская обл., г. Тюмень, ул. Мира',
      number_text: `д. ${houses.first.number}`,
      postal_code: '625000',
    });
    expect(joined.find((row) => row.house_id === houses.third.id)?.how).toBe('address');
    const review = await ctx.db.selectFrom('house_match_review').select(['house_id', 'state']).execute();
    expect(review).toEqual([{ house_id: houses.fourth.id, state: 'open' }]);
  });

  it('changes nothing the second time', async () => {
    const { plan } = await planOfOurs();
    const report = await runImport(ctx, { connector: 'gar', filePath: await archive('gar-2026-02-01.zip', plan) });
    expect(report.state).toBe('done');
    expect(Object.entries(report.counts).filter(([, count]) => count !== 0)).toEqual([]);
  });
});

describe('a delta', () => {
  it('replaces records with the same ID and assembles their addresses anew', async () => {
    const plan = {
      ...inventedGar(100, { version: '20260301', edition: 2 }),
      only: (street: number, index: number) => street === 0 && index === 0,
    };
    const report = await runImport(ctx, { connector: 'gar', filePath: await archive('delta-2026-03-01.zip', plan) });
    expect(report).toMatchObject({
      state: 'done',
      counts: { housesNew: 0, housesChanged: 1, addressesNew: 0, addressesChanged: 1 },
    });
    const [house] = await ctx.db
      .selectFrom('gar_address')
      .select(['number_text', 'number_key'])
      .where('guid', '=', guidOf('a0bea000', 0))
      .execute();
    expect(house).toEqual({ number_text: 'д. 1а к. 2', number_key: '1а/2' });
  });

  it('refuses a full archive older than itself', async () => {
    const { plan } = await planOfOurs();
    const report = await runImport(ctx, { connector: 'gar', filePath: await archive('gar-2026-02-01.zip', plan) });
    expect(report).toMatchObject({ state: 'failed', error: 'imports.older-than-loaded' });
  });
});

describe('levels, types of objects and the registry', () => {
  it('are read beside the rest', async () => {
    const plan = inventedGar(30, { version: '20260401' });
    const file = path.join(folder, 'gar-2026-04-01-more.zip');
    await writeZip(file, garMoreParts(plan));
    const report = await runImport(ctx, { connector: 'gar', filePath: file, dryRun: true });
    expect(report).toMatchObject({ state: 'staged', rowsFailed: 0, counts: { registryNew: 31 } });
  });
});

const SAMPLE = path.resolve(import.meta.dirname, '../../../../../shared/data/fns-gar/sample');

describe.runIf(existsSync(SAMPLE))('the published sample', () => {
  it('is read file by file without a failure', async () => {
    const names = (await import('node:fs')).globSync('**/*.XML', { cwd: SAMPLE });
    const file = path.join(folder, 'sample.zip');
    await writeZip(
      file,
      names.map((name) => ({ name, text: fileText(path.join(SAMPLE, name)) })),
    );
    const report = await runImport(ctx, { connector: 'gar', filePath: file, factDate: '2026-04-01', dryRun: true });
    expect(report).toMatchObject({ state: 'staged', rowsFailed: 0 });
    expect(report.rowsStaged).toBeGreaterThan(400);
  });
});

async function* fileText(file: string) {
  yield await readFile(file);
}
