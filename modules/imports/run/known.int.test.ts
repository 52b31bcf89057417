// Holds that skipping unchanged records gives the same facts as reading everything.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Context } from '@zhkh/kernel/module.server';
import { atLength, systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { seeded } from '@zhkh/tools/testing/seeded';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { gar, ozhf, ozhfHeader as header } from '@zhkh/directory/testing';
import { installed } from '../../installed.server.ts';
import { writeZip } from '../testing/zip-writer.ts';
import { runImport } from './run-import.server.ts';
import type { Connector } from '../connector.ts';
import { loadKnown } from '../stage/load-known.server.ts';

let regions: TwoRegions;
let knowing: Context;
let plain: Context;
let folder: string;
beforeAll(async () => {
  regions = await twoRegions(installed);
  [knowing, plain] = [await systemIn(regions, 'tyumen'), await systemIn(regions, 'omsk')];
  folder = await mkdtemp(path.join(os.tmpdir(), 'known-'));
});
afterAll(async () => {
  await regions.close();
  await rm(folder, { recursive: true, force: true });
});

const rounds = atLength({ short: 4, long: 10 });
const random = seeded(11);
const between = (low: number, high: number) => random.between(low, high);

/** The same file in the region that passes over what it knows, twice, and in the one that reads everything. */
async function loadedAlike(connector: Connector, filePath: string, facts: (ctx: Context) => Promise<unknown>): Promise<void> {
  const { remembers: _nothing, ...forgetful } = connector;
  const counts = [];
  for (const [ctx, how] of [
    [knowing, connector],
    [plain, forgetful],
  ] as const) {
    const report = await runImport(ctx, { connector: how, filePath, factDate: '2026-02-01' });
    expect(report).toMatchObject({ state: 'done', rowsFailed: 0 });
    counts.push({ ...report.counts, read: report.rowsRead, staged: report.rowsStaged });
  }
  expect(counts[0]).toEqual(counts[1]);
  const once = await facts(knowing);
  expect(once).toEqual(await facts(plain));
  const again = await runImport(knowing, { connector, filePath, factDate: '2026-02-01' });
  expect(Object.values(again.counts).filter((count) => count !== 0)).toEqual([]);
  expect(await facts(knowing)).toEqual(once);
}

const premisesNow = async (ctx: Context) =>
  (
    await sql`select house.source_key as house, house.flats, premises.source_key, premises.number, premises.room, premises.kind, premises.cadastral, premises.import_line
      from premises join house on house.id = house_id order by 1, 3`.execute(ctx.db)
  ).rows;

/** A few houses and flats: keys repeat within a file, values come and go between files. */
async function dump(name: string): Promise<string> {
  const row = (house: number, flat: number, value: number) => {
    const values: Record<string, string> = {
      'Адрес ОЖФ': `625000, обл. Тюменская, г. Тюмень, ул. Мира, д. ${house}`,
      'Код ОКТМО': '71701000',
      'Способ управления': 'Не выбран',
      'Глобальный уникальный идентификатор дома': `0f1a0000-0000-4000-8000-00000000000${house}`,
      'Тип помещения (блока)': 'Жилое',
      'Номер помещения (блока)': `${flat}`,
      'Кадастровый номер': `72:${value}`,
    };
    return header.map((column) => values[column] ?? '').join('|');
  };
  const rows = Array.from({ length: between(0, 14) }, () => row(between(1, 3), between(1, 4), between(1, 2)));
  const file = path.join(folder, `${name}.zip`);
  await writeZip(file, [{ name: 'ozhf.csv', text: [[header.join('|'), ...rows, row(1, 1, 1)].join('\n')] }]);
  return file;
}

it('of premises', { timeout: 240_000 }, async () => {
  for (let round = 0; round < rounds; round += 1) await loadedAlike(ozhf, await dump(`ozhf-${round}`), premisesNow);
});

const addressesNow = async (ctx: Context) =>
  (await sql`select id, number, fact_date, import_line from gar_house order by id`.execute(ctx.db)).rows;

async function archive(name: string): Promise<string> {
  const house = (id: number, number: number, day: number) =>
    `<HOUSE ID="${id}" OBJECTID="${id}" OBJECTGUID="a0bea000-0000-4000-8000-00000000000${id}" HOUSENUM="${number}" HOUSETYPE="2" UPDATEDATE="2020-01-0${day}" ENDDATE="2079-06-06" ISACTUAL="1" ISACTIVE="1" />`;
  const records = Array.from({ length: between(1, 8) }, () => house(between(1, 5), between(1, 3), between(1, 2)));
  const file = path.join(folder, `${name}.zip`);
  // The other region reads its own folder of the archive.
  await writeZip(
    file,
    ['72', '55'].map((code) => ({ name: `${code}/AS_HOUSES_20260201_x.XML`, text: [`<HOUSES>${records.join('\n')}</HOUSES>`] })),
  );
  return file;
}

it('of houses of ГАР', { timeout: 240_000 }, async () => {
  for (let round = 0; round < rounds; round += 1) await loadedAlike(gar, await archive(`gar-${round}`), addressesNow);
});

it('a row another record made since is no longer known', async () => {
  const { known } = await loadKnown(knowing, gar);
  expect(known).not.toBeNull();
  await knowing.write(async (w) => {
    await sql`update gar_house set record_hash = null`.execute(w.db);
  });
  expect((await loadKnown(knowing, gar)).known).toBeNull();
});
