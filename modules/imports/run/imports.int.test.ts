// Imports on real PostgreSQL: dry runs and their expiry, killed runs, cancelling, false archives and XML.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { newId } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideMatch, ozhf, ozhfHeader as header } from '@zhkh/directory/testing';
import { loadInbox } from '../commands/load-inbox.server.ts';
import { installed } from '../../installed.server.ts';
import { demoFile } from '../testing/demo-files.ts';
import { freshness } from '../queries/freshness.server.ts';
import { writeZip } from '../testing/zip-writer.ts';
import { applyImport, runImport } from './run-import.server.ts';
import type { TableConnector, XmlConnector, XmlNode, XmlPlace } from '../connector.ts';
import { lockRun } from './run-lock.server.ts';

let regions: TwoRegions;
let ctx: Context;
let folder: string;

beforeAll(async () => {
  regions = await twoRegions(installed);
  ctx = await systemIn(regions, 'tyumen');
  folder = await mkdtemp(path.join(os.tmpdir(), 'frame-'));
});
afterAll(async () => {
  await regions.close();
  await rm(folder, { recursive: true, force: true });
});

function dump(...rows: string[]): string {
  const cells = header.length;
  return [
    header.join('|'),
    ...rows.map((text) => [...text.split('|'), ...Array.from({ length: cells }, () => '')].slice(0, cells).join('|')),
  ].join('\n');
}

/** Cells in the order of the export, by name. */
function house(at: number): string {
  const values: Record<string, string> = {
    'Адрес ОЖФ': `625000, обл. Тюменская, г. Тюмень, ул. Мира, д. ${at}`,
    'Глобальный уникальный идентификатор дома по ФИАС': `f1a50000-0000-4000-8000-00000000000${at}`,
    'Код ОКТМО': '71701000',
    'Способ управления': 'Не выбран',
    'Глобальный уникальный идентификатор дома': `0f1a0000-0000-4000-8000-00000000000${at}`,
  };
  return header.map((name) => values[name] ?? '').join('|');
}

async function text(name: string, content: string | Buffer): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

const housesNow = async () =>
  (await ctx.db.selectFrom('house').select('number').orderBy('number').execute()).map((one) => one.number);
const stagedNow = async () => (await sql<{ n: number }>`select count(*)::int as n from stage_house`.execute(ctx.db)).rows[0]?.n;

describe('a dry run', () => {
  it('tells what would change and changes nothing until it is applied', async () => {
    await runImport(ctx, { connector: 'ozhf', filePath: await text('ozhf-01-01-2026.csv', dump(house(1), house(2))) });
    const dry = await runImport(ctx, {
      connector: 'ozhf',
      filePath: await text('ozhf-01-02-2026.csv', dump(house(2), house(3))),
      dryRun: true,
    });
    expect(dry).toMatchObject({ state: 'staged', counts: { housesNew: 1, housesGone: 1 } });
    expect(await housesNow()).toEqual(['1', '2']);
    expect(await applyImport(ctx, dry.importId)).toMatchObject({ state: 'done', counts: { housesNew: 1 } });
    expect(await housesNow()).toEqual(['1', '2', '3']);
    expect(await stagedNow()).toBe(0);
  });

  it('expires', async () => {
    const dry = await runImport(ctx, {
      connector: 'ozhf',
      filePath: await text('ozhf-02-02-2026.csv', dump(house(4))),
      dryRun: true,
    });
    regions.clock.set(new Date(regions.clock.now().getTime() + 100 * 3_600_000));
    await expect(applyImport(ctx, dry.importId)).rejects.toMatchObject({ kind: 'conflict' });
    expect(await stagedNow()).toBe(0);
  });
});

describe('a killed run', () => {
  it('is ended by the next one, its staged rows go; a living one is left alone', async () => {
    const [killed, alive] = [newId(), newId()];
    for (const id of [killed, alive]) {
      await sql`insert into import_run (id, connector, file_name, state, started_at) values (${id}::uuid, 'ozhf', 'x.csv', 'running', now())`.execute(
        ctx.db,
      );
      await sql`insert into stage_house (import_id, line) values (${id}, '1')`.execute(ctx.db);
    }
    const lock = await lockRun(ctx, alive);
    await loadInbox(ctx);
    const states = await ctx.db
      .selectFrom('import_run')
      .select(['id', 'state', 'error'])
      .where('id', 'in', [killed, alive])
      .execute();
    expect(states.find((run) => run.id === killed)).toMatchObject({ state: 'failed', error: 'abandoned' });
    expect(states.find((run) => run.id === alive)).toMatchObject({ state: 'running' });
    expect(await stagedNow()).toBe(1);
    await lock?.release();
    await loadInbox(ctx);
    expect(await stagedNow()).toBe(0);
  });

  it('that is cancelled changes nothing', async () => {
    const report = await runImport(ctx, {
      connector: 'ozhf',
      filePath: await text('ozhf-03-02-2026.csv', dump(house(5))),
      signal: AbortSignal.abort(),
    });
    expect(report).toMatchObject({ state: 'failed', error: 'cancelled' });
    expect(await housesNow()).not.toContain('5');
  });

  it('is never applied row by row, whatever the statistics say of tables that are being filled', async () => {
    const told: string[] = [];
    const asking: TableConnector = {
      ...(ozhf as TableConnector),
      async apply(context, w, run) {
        const { rows } = await sql<{ enable_nestloop: string }>`show enable_nestloop`.execute(w.db);
        told.push(...rows.map((row) => row.enable_nestloop));
        return ozhf.apply(context, w, run);
      },
    };
    const report = await runImport(ctx, { connector: asking, filePath: await text('ozhf-01-02-2026.csv', dump(house(5))) });
    expect(report.state).toBe('done');
    expect(told).toEqual(['off']);
  });

  it('that is cancelled while it applies ends at once and changes nothing', async () => {
    const stop = new AbortController();
    const slow: TableConnector = {
      ...(ozhf as TableConnector),
      async apply(context, w, run) {
        const counts = await ozhf.apply(context, w, run);
        setTimeout(() => stop.abort(), 200);
        await sql`select pg_sleep(30)`.execute(w.db);
        return counts;
      },
    };
    const filePath = await text('ozhf-03-02-2026.csv', dump(house(6)));
    const started = performance.now();
    const report = await runImport(ctx, { connector: slow, filePath, signal: stop.signal });
    expect(report).toMatchObject({ state: 'failed', error: 'cancelled' });
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(await housesNow()).not.toContain('6');
  });
});

it('tells how old each source is', async () => {
  expect(await freshness(ctx)).toEqual([expect.objectContaining({ connector: 'ozhf', factDate: '2026-02-01', stale: false })]);
  const now = regions.clock.now();
  regions.clock.set(new Date(now.getTime() + 60 * 86_400_000));
  expect((await freshness(ctx))[0]?.stale).toBe(true);
  regions.clock.set(now);
});

it('refuses a decision about a pair nobody asked about', async () => {
  await expect(decideMatch(ctx, { houseId: newId(), objectId: 1, same: true })).rejects.toMatchObject({ kind: 'conflict' });
});

const seen: [XmlNode, XmlPlace][] = [];
const probe: XmlConnector = {
  id: 'probe',
  kind: 'xml',
  stage: { stage_point: ['house_guid', 'raw'] },
  files: () => [{ kind: 'list', entry: /\.xml$/i, roots: ['list'], records: ['item'] }],
  mapper: () => (record, place) => {
    seen.push([record, place]);
    return record.attributes.bad
      ? { failed: { field: 'bad', reason: 'value' } }
      : { stage: { stage_point: { house_guid: record.attributes.id ?? null, raw: record.text } } };
  },
  apply: async () => ({}),
};

async function probed(name: string, content: string | Buffer | { name: string; text: string }[]) {
  seen.length = 0;
  const filePath = path.join(folder, name);
  if (Array.isArray(content))
    await writeZip(
      filePath,
      content.map((part) => ({ name: part.name, text: [part.text] })),
    );
  else await writeFile(filePath, content);
  return runImport(ctx, { connector: probe, filePath, factDate: '2026-02-01' });
}

describe('XML', () => {
  it('gives each direct child as a tree, with its line, and keeps what is refused as text', async () => {
    const report = await probed(
      'a.xml',
      '<list v="5.01">\n<other><item id="9"/></other>\n<item id="1"><a><b x="2">т</b></a></item>\n<item bad="1"/></list>',
    );
    expect(report).toMatchObject({ state: 'stopped', rowsRead: 2, rowsFailed: 1 });
    const [record, place] = seen[0] ?? [];
    expect(record).toMatchObject({
      name: 'item',
      children: [{ name: 'a', children: [{ name: 'b', attributes: { x: '2' }, text: 'т' }] }],
    });
    expect(place).toMatchObject({ kind: 'list', line: 3, root: { name: 'list', attributes: { v: '5.01' } } });
    const failed = await ctx.db
      .selectFrom('import_failed_row')
      .select(['line', 'raw'])
      .where('import_id', '=', report.importId)
      .execute();
    expect(failed).toEqual([{ line: 4, raw: '<item bad="1"/>' }]);
  });

  it.each([
    [
      'windows-1251',
      Buffer.concat([
        Buffer.from('<?xml version="1.0" encoding="windows-1251"?><list><item id="1">'),
        Buffer.from([0xc0]),
        Buffer.from('</item></list>'),
      ]),
      'А',
    ],
    [
      'UTF-16',
      Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from('<?xml version="1.0" encoding="utf-16"?><list><item id="1">А</item></list>', 'utf16le'),
      ]),
      'А',
    ],
    ['a mark of UTF-8', '\uFEFF<list><item id="1">А</item></list>', 'А'],
  ])('reads %s', async (_name, content, value) => {
    expect((await probed('e.xml', content)).state).toBe('done');
    expect(seen[0]?.[0].text).toBe(value);
  });

  it.each([
    [
      'doctype',
      '<?xml version="1.0"?>\n<!DOCTYPE list [<!ENTITY x SYSTEM "file:///etc/passwd">]><list><item>&x;</item></list>',
      /^doctype: .*:2:\d+/,
    ],
    ['unknown encoding', '<?xml version="1.0" encoding="koi8-r"?><list/>', /^encoding: koi8-r/],
    ['broken', '<list><item id="1"></list>', /^xml: .*:1:\d+/],
    ['cut', '<list><item id="1"/>', /^xml: /],
    ['another root', '<other><item/></other>', /^xml-root: /],
    ['too deep', `<list><item>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</item></list>`, /^xml-too-deep/],
    [
      'many attributes',
      `<list><item ${Array.from({ length: 300 }, (_, at) => `a${at}="1"`).join(' ')}/></list>`,
      /^xml-too-many-attributes/,
    ],
    ['endless text', `<list><item>${'x'.repeat(3_000_000)}</item></list>`, /^xml-too-long/],
    [
      'bad bytes',
      Buffer.concat([Buffer.from('<list><item id="'), Buffer.from([0xff, 0xfe]), Buffer.from('"/></list>')]),
      /^encoding: utf-8/,
    ],
  ])('refuses %s', async (_name, content, reason) => {
    const report = await probed('bad.xml', content);
    expect(report).toMatchObject({ state: 'failed', error: expect.stringMatching(reason) });
    expect((await sql<{ n: number }>`select count(*)::int as n from stage_point`.execute(ctx.db)).rows[0]?.n).toBe(0);
  });
});

describe('ZIP', () => {
  it('reads thousands of small files', async () => {
    const files = Array.from({ length: 3000 }, (_, at) => ({ name: `part/${at}.xml`, text: `<list><item id="${at}"/></list>` }));
    expect(await probed('many.zip', files)).toMatchObject({ state: 'done', rowsStaged: 3000 });
    expect(seen[7]?.[1].entry).toBe('part/7.xml');
  });

  it.each([
    ['climbing', [{ name: '../up.xml', text: '<list/>' }], /^unsafe-name/],
    ['nested', [{ name: 'in.zip', text: 'PK' }], /^nested-archive: in.zip/],
    ['foreign', [{ name: 'readme.txt', text: 'x' }], /^no-files/],
    ['a bomb', [{ name: 'b.xml', text: `<list>${'<other/>'.repeat(12_000_000)}</list>` }], /^bomb/],
  ])('refuses %s', async (_name, files, reason) => {
    expect(await probed('bad.zip', files)).toMatchObject({ state: 'failed', error: expect.stringMatching(reason) });
  });
});

it('a workbook inside an archive is read as the workbook itself', async () => {
  const zip = path.join(folder, 'suppliers-2026-02-05.zip');
  await writeZip(zip, [{ name: 'реестр/suppliers-2026-02-05.xlsx', text: [await readFile(demoFile('suppliers'))] }]);
  const report = await runImport(ctx, { connector: 'suppliers', filePath: zip });
  expect(report).toMatchObject({ state: 'done', rowsFailed: 0 });
  expect(report.rowsRead).toBeGreaterThan(10);
});
