// Capital repair, tariffs and supervision on real PostgreSQL: the dirty demo files, the same twice, newer and older rows, refusals, two regions.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Context } from '@zhkh/kernel/module.server';
import { saveSettings } from '@zhkh/kernel/runtime.server';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capitalRepairOf } from '../../queries/capital-repair-of.server.ts';
import { supervisionOf } from '../../queries/supervision-of.server.ts';
import { tariffsOf } from '../../queries/tariffs-of.server.ts';
import { seed } from '../../seed.server.ts';
import { type ImportDesk, importDesk, runImport } from '@zhkh/imports/testing';

const DEMO_FILES = path.join(import.meta.dirname, '../../fixtures');
const fixture = (code: string, start: string) =>
  path.join(DEMO_FILES, code, readdirSync(path.join(DEMO_FILES, code)).find((name) => name.startsWith(`${start}-2`)) ?? '');
const TABLES = [
  'capital_repair_house',
  'capital_repair_element',
  'capital_repair_work',
  'tariff',
  'licence',
  'licence_house',
  'management_report',
  'examination',
  'precept',
  'offence',
  'voting_protocol',
  'voting_decision',
] as const;
const CONNECTORS = [
  'kr1-houses',
  'kr1-elements',
  'kr1-works',
  'tariffs',
  'licences',
  'management-reports',
  'examinations',
  'precepts',
  'offences',
  'protocols',
];

let desk: ImportDesk;
let ctx: Context;
let other: Context;

beforeAll(async () => {
  desk = await importDesk();
  ({ ctx, other } = desk);
  await Promise.all([seed(ctx, { size: 'demo' }), seed(other, { size: 'demo' })]);
});
afterAll(() => desk.close());

async function count(of: Context, table: (typeof TABLES)[number]): Promise<number> {
  const rows = await sql<{ n: number }>`select count(*) as n from ${sql.id(table)}`.execute(of.db);
  return rows.rows[0]?.n ?? 0;
}

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

const houseAt = (address: string) =>
  ctx.db.selectFrom('house').select(['id', 'fias_guids', 'company_id']).where('address', '=', address).executeTakeFirstOrThrow();

describe('the demo files', () => {
  it.each([
    ['72', 307],
    ['55', 105],
  ])('of %s fill every table', async (code, houses) => {
    const of = code === '72' ? ctx : other;
    expect(await count(of, 'capital_repair_house')).toBe(houses);
    for (const table of TABLES) expect(await count(of, table), table).toBeGreaterThan(0);
    const runs = await of.db.selectFrom('import_run').select(['connector', 'state', 'rows_failed']).execute();
    expect(runs.filter((run) => CONNECTORS.includes(run.connector)).map((run) => run.state)).toEqual(
      CONNECTORS.map(() => 'done'),
    );
    expect(runs.find((run) => run.connector === 'kr1-elements')).toMatchObject({ rows_failed: 0 });
    expect(runs.find((run) => run.connector === 'kr1-works')).toMatchObject({ rows_failed: 1 });
  });

  it('give each fact its import, line and day', async () => {
    for (const table of TABLES) {
      const bare = await sql<{ n: number }>`
        select count(*) as n from ${sql.id(table)} fact join import_run run on run.id = fact.import_id
        where fact.import_line < 2 or fact.fact_date <> run.fact_date`.execute(ctx.db);
      expect(bare.rows[0]?.n, table).toBe(0);
    }
  });

  it('are read with the same money whichever unit the region writes', async () => {
    const perMetre = async (of: Context) =>
      (
        await sql<{ unit: string; roubles: number }>`
          select min(money_unit) as unit, percentile_cont(0.5) within group (order by collected / total_area / 100)::float8 as roubles
          from capital_repair_house`.execute(of.db)
      ).rows[0];
    const [tyumen, omsk] = [await perMetre(ctx), await perMetre(other)];
    expect([tyumen?.unit, omsk?.unit]).toEqual(['rouble', 'thousand']);
    for (const region of [tyumen, omsk]) {
      expect(region?.roubles).toBeGreaterThan(180);
      expect(region?.roubles).toBeLessThan(1080);
    }
    expect(
      (await sql<{ n: number }>`select count(*) as n from capital_repair_house where total_area > 0`.execute(other.db)).rows[0]
        ?.n,
    ).toBe(105);
  });

  it('change nothing the second time', async () => {
    const before = [await fingerprint(ctx), await fingerprint(other)];
    for (const connector of CONNECTORS) {
      for (const [code, of] of [
        ['72', ctx],
        ['55', other],
      ] as const) {
        const report = await runImport(of, { connector, filePath: fixture(code, connector) });
        expect(report, `${connector} ${code}`).toMatchObject({ state: 'done', counts: { factsNew: 0, factsChanged: 0 } });
      }
    }
    expect([await fingerprint(ctx), await fingerprint(other)]).toEqual(before);
    const staged = await sql<{ n: number }>`select count(*) as n from stage_tabular`.execute(ctx.db);
    expect(staged.rows[0]?.n).toBe(0);
  });
});

describe('capital repair', () => {
  it('shows money in kopecks, elements and works with their sources', async () => {
    const house = await houseAt('г. Тюмень, ул. Республики, д. 14');
    const repair = await capitalRepairOf(ctx, house.id);
    expect(repair?.money).toMatchObject({ collected: 119_224_695, debts: 113_595, way: 'Счет регионального оператора' });
    expect(repair?.source).toMatchObject({ connector: 'kr1-houses', date: '2026-02-05', line: 2 });
    expect(repair?.elements.map((element) => element.kind)).toEqual(expect.arrayContaining(['Крыша', 'Фасад', 'Фундамент']));
    expect(repair?.works.length).toBeGreaterThan(0);
    expect(repair?.works.every((work) => work.source?.connector === 'kr1-works' && work.plannedYear !== null)).toBe(true);
  });

  it('takes the newest of two rows of one house, old spellings and windows-1251', async () => {
    const rows = [
      'mkd_code;houseguid;address;total_s;money_collecting_way;money_ppl_collected;last_update',
      '110000;;г. Тюмень, ул Республики, д.14;4 573,59;Счет;9 000 000,00;01.05.2026',
      '110000;;г. Тюмень, ул. Республики, д. 14;4573.59;Счет;1,00;2025-01-01',
    ].join('\n');
    const report = await runImport(ctx, {
      connector: 'kr1-houses',
      filePath: desk.file('export-kr1_1-72-20260501.csv', cp1251(rows)),
    });
    expect(report).toMatchObject({ state: 'done', counts: { factsNew: 0, factsChanged: 1, refused: 0 } });
    const house = await houseAt('г. Тюмень, ул. Республики, д. 14');
    const repair = await capitalRepairOf(ctx, house.id);
    expect(repair?.money?.collected).toBe(900_000_000);
    expect(repair?.source?.date).toBe('2026-05-01');
    expect(await count(ctx, 'capital_repair_house')).toBe(307);
  });

  it('does not let an older export take a house back', async () => {
    const before = await fingerprint(ctx);
    const report = await runImport(ctx, { connector: 'kr1-houses', filePath: fixture('72', 'kr1-houses') });
    expect(report).toMatchObject({ state: 'failed', error: 'imports.older-than-loaded' });
    expect(await fingerprint(ctx)).toEqual(before);
  });

  it('ends what a full export no longer names and brings back what returns', async () => {
    const lines = readFileSync(fixture('72', 'kr1-works'), 'utf8').trim().split('\r\n');
    const without = [lines[0], ...lines.slice(6)].join('\n');
    const gone = await runImport(ctx, { connector: 'kr1-works', filePath: desk.file('export-kr1_3-72-20260601.csv', without) });
    expect(gone).toMatchObject({ state: 'done', counts: { factsEnded: 5, factsNew: 0 } });
    const back = await runImport(ctx, {
      connector: 'kr1-works',
      filePath: desk.file('export-kr1_3-72-20260701.csv', lines.join('\n')),
    });
    expect(back.counts).toMatchObject({ factsChanged: 5 });
    const ended = await sql<{ n: number }>`select count(*) as n from capital_repair_work where ended_on is not null`.execute(
      ctx.db,
    );
    expect(ended.rows[0]?.n).toBe(0);
  });
});

describe('tariffs', () => {
  it('hold now and next by period and territory, exact to a hundredth of a kopeck', async () => {
    const house = await houseAt('г. Тюмень, ул. Садовая, д. 14');
    const tariffs = await tariffsOf(ctx, house.id, new Date('2026-03-02T07:00:00Z'));
    const light = tariffs.now.find((one) => one.resource === 'Электроэнергия');
    expect(light).toMatchObject({
      price: 32_677,
      unit: 'кВт·ч',
      from: '2026-01-01',
      to: '2026-09-30',
      act: { number: '402/01-21', date: '2025-12-16' },
    });
    expect(tariffs.next.find((one) => one.resource === 'Электроэнергия')).toMatchObject({ from: '2026-10-01' });
    const heat = tariffs.now.filter((one) => one.resource === 'Отопление').map((one) => one.kind);
    expect(heat.toSorted()).toEqual(['economically_justified', 'preferential']);
    expect(tariffs.now.every((one) => one.source?.connector === 'tariffs' && one.source.line !== null)).toBe(true);
  });

  it('say nothing outside their period and of another region', async () => {
    const house = await houseAt('г. Тюмень, ул. Садовая, д. 14');
    expect((await tariffsOf(ctx, house.id, new Date('2029-03-02T07:00:00Z'))).now).toEqual([]);
    const foreign = await other.db.selectFrom('house').select('id').limit(1).executeTakeFirstOrThrow();
    const there = await tariffsOf(other, foreign.id);
    expect(there.now.length).toBeGreaterThan(0);
    expect((await tariffsOf(ctx, foreign.id)).now).toEqual([]);
  });

  it('refuse what is not a price, a period, a decision', async () => {
    const head = 'resource;consumer_group;kind;oktmo;unit;price;date_from;date_to;act_number;act_date;act_body';
    const rows = [
      'Газ;население;льготный;71701000;м³;7,89145;2026-01-01;;1;2025-12-01;РСТ',
      'Газ;население;льготный;71701000;м³;7,8914;2026-01-01;2025-01-01;1;2025-12-01;РСТ',
      'Газ;население;даром;71701000;м³;7,8914;2026-01-01;;1;2025-12-01;РСТ',
      'Газ;население;льготный;7170;м³;7,8914;2026-01-01;;1;2025-12-01;РСТ',
      'Газ;население;льготный;71701000;м³;7,8914;2026-02-30;;1;2025-12-01;РСТ',
      'Газ;население;льготный;71701000;м³;7,8914;2026-01-01;;;2025-12-01;РСТ',
    ];
    await ctx.write((w) => saveSettings(desk.regions.registry, ctx, w, 'imports', { maxFailedPercent: 100 }));
    const report = await runImport(ctx, { connector: 'tariffs', filePath: desk.file('bad.csv', [head, ...rows].join('\n')) });
    expect(report).toMatchObject({ rowsFailed: 6, counts: { factsNew: 0 } });
    const kept = await desk.refused(report.importId);
    expect(kept.map((row) => row.field)).toEqual(['Price', 'DateTo', 'kind', 'OKTMO', 'DateFrom', 'DocNumber']);
  });
});

describe('supervision', () => {
  it('counts neither the cancelled nor the annulled', async () => {
    const companies = await ctx.db.selectFrom('examination').select('company_id').distinct().execute();
    const views = await Promise.all(companies.map((row) => supervisionOf(ctx, row.company_id)));
    const shown = views.flatMap((view) => view?.examinations ?? []);
    expect(shown.some((one) => !one.counted)).toBe(true);
    const counted = views.reduce((sum, view) => sum + (view?.counts.examinations ?? 0), 0);
    expect(counted).toBe(shown.filter((one) => one.state !== 'Cancelled' && one.state !== 'Annulled').length);
    expect(views.some((view) => (view?.licences.length ?? 0) > 0 && (view?.licenceHouses.included ?? 0) > 0)).toBe(true);
    expect(views.some((view) => view?.reports.some((report) => report.year === 2025 && report.placed > 0))).toBe(true);
  });

  it('keeps rows of strangers with the reason and takes the rest', async () => {
    const rows = [
      'PreceptGuid;PreceptState;OGRN;Number;Date;Deadline;FIASHouseGUID;ShortInfo',
      '1a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d;Active;1027700132195;1;2026-01-10;2026-02-10;;Чужая',
      '2a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d;Open;1027700132195;1;2026-01-10;2026-02-10;;Статус',
      '3a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d;Active;1027700132190;1;2026-01-10;2026-02-10;;Контрольная цифра',
    ];
    const report = await runImport(ctx, { connector: 'precepts', filePath: desk.file('precepts.csv', rows.join('\n')) });
    expect(report).toMatchObject({ state: 'done', counts: { factsNew: 0, refused: 1 } });
    const kept = await desk.refused(report.importId);
    expect(kept).toMatchObject([
      { line: 2, reason: 'unknown-company' },
      { line: 3, reason: 'unknown' },
      { line: 4, reason: 'ogrn' },
    ]);
  });

  it('a dry run changes nothing and says what it would', async () => {
    const before = await fingerprint(ctx);
    const company = await ctx.db.selectFrom('company').select('ogrn').limit(1).executeTakeFirstOrThrow();
    const rows = [
      'OffenceGuid;OffenceState;OGRN;Number;Date',
      `4a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d;Active;${company.ogrn};7;2026-01-10`,
    ];
    const report = await runImport(ctx, {
      connector: 'offences',
      filePath: desk.file('offences.csv', rows.join('\n')),
      dryRun: true,
    });
    expect(report).toMatchObject({ state: 'staged', counts: { factsNew: 1 } });
    expect(await fingerprint(ctx)).toEqual(before);
  });
});

function cp1251(text: string): Buffer {
  return Buffer.from(
    [...text].map((letter) => {
      const code = letter.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code < 128 ? code : 0x3f;
    }),
  );
}
