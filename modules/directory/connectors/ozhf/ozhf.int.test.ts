// The register's path from file to facts on real PostgreSQL: quirks, twice the same, a newer dump, refusals.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Context } from '@zhkh/kernel/module.server';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import imports from '@zhkh/imports/module';
import directory from '../../module.server.ts';
import { managerOf } from '../../queries/manager-of.server.ts';
import { seed } from '../../seed.server.ts';
import { runImport } from '@zhkh/imports/testing';

const DEMO_FILES = path.join(import.meta.dirname, '../../fixtures/72');
const fixture = (start: string) => path.join(DEMO_FILES, readdirSync(DEMO_FILES).find((name) => name.startsWith(start)) ?? '');
const TABLES = ['company', 'house', 'house_street', 'premises', 'management'] as const;

let regions: TwoRegions;
let ctx: Context;
let folder: string;

beforeAll(async () => {
  regions = await twoRegions([imports, directory]);
  ctx = await systemIn(regions, 'tyumen');
  folder = await mkdtemp(path.join(os.tmpdir(), 'ozhf-'));
  await seed(ctx, { size: 'demo' });
});
afterAll(async () => {
  await regions.close();
  await rm(folder, { recursive: true, force: true });
});

/** One number over every row of every table: whatever changes, it changes. */
/** Marks of raw records are of the file, not of the facts. */
async function fingerprint(withMarks = true): Promise<string[]> {
  return Promise.all(
    TABLES.map(async (table) => {
      const rows = await sql<{
        sum: string;
      }>`select md5(string_agg(fact, '|' order by fact)) as sum
        from (select (to_jsonb(t) - ${withMarks ? '' : 'record_hash'}::text)::text as fact from ${sql.id(table)} t) facts`.execute(
        ctx.db,
      );
      return `${table} ${rows.rows[0]?.sum}`;
    }),
  );
}

function csvOfFixture(): string[] {
  const tar = gunzipSync(readFileSync(fixture('ozhf')));
  const at = tar.indexOf(Buffer.from('\uFEFFАдрес'));
  return tar.subarray(at, tar.indexOf(0, at)).toString('utf8').trim().split('\n');
}

function file(name: string, content: string | Buffer): string {
  const target = path.join(folder, name);
  writeFileSync(target, content);
  return target;
}

const cp1251 = (text: string) => Buffer.from([...text].map((letter) => encodeLetter(letter)));
function encodeLetter(letter: string): number {
  const code = letter.charCodeAt(0);
  if (code < 128) return code;
  if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0;
  return { Ё: 0xa8, ё: 0xb8, '№': 0xb9, '«': 0xab, '»': 0xbb }[letter] ?? 0x3f;
}

describe('the demo stock', () => {
  it('holds what the register is known for', async () => {
    const count = async (table: 'house' | 'company' | 'premises') =>
      (
        await ctx.db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      ).n;
    expect(await count('house')).toBeGreaterThanOrEqual(300);
    expect(await count('company')).toBeGreaterThanOrEqual(12);
    expect(await count('premises')).toBeGreaterThan(10_000);
    const modes = await ctx.db.selectFrom('house').select('management_mode').distinct().execute();
    expect(modes.map((row) => row.management_mode).sort()).toEqual(['company', 'cooperative', 'none', 'owners-association']);
    const two = await sql<{
      n: number;
    }>`select count(*) as n from (select house_id from management group by house_id having count(*) > 1) t`.execute(ctx.db);
    expect(two.rows[0]?.n).toBeGreaterThan(5);
    const odd = await sql<{
      n: number;
    }>`select count(*) as n from house where cardinality(fias_guids) = 2 or total_area is null`.execute(ctx.db);
    expect(odd.rows[0]?.n).toBeGreaterThan(3);
  });

  it('keeps the rows it could not take, with line, field and reason', async () => {
    const rows = await ctx.db
      .selectFrom('import_failed_row')
      .innerJoin('import_run', 'import_run.id', 'import_id')
      .select(['reason', 'field', 'line', 'raw'])
      .where('connector', '=', 'ozhf')
      .orderBy('line')
      .execute();
    expect(rows.map((row) => row.reason)).toEqual(['ogrn', 'field-count', 'address', 'value']);
    expect(rows.every((row) => row.line > 17_000 && row.raw.includes('Тюмень'))).toBe(true);
  });

  it('gives each house a point but for one or two, each fact its source', async () => {
    const missing = await ctx.db.selectFrom('house').select('id').where('lat', 'is', null).execute();
    expect(missing.length).toBeGreaterThan(0);
    expect(missing.length).toBeLessThan(6);
    const unsourced = await ctx.db
      .selectFrom('house')
      .innerJoin('management', 'management.house_id', 'house.id')
      .select('house.id')
      .where((eb) => eb.or([eb('house.import_id', 'is', null), eb('management.import_id', 'is', null)]))
      .execute();
    expect(unsourced).toEqual([]);
  });
});

describe('the same file again', () => {
  it('changes nothing, whichever connector', async () => {
    const before = await fingerprint();
    for (const connector of ['ozhf', 'suppliers', 'house-points', 'contracts']) {
      const report = await runImport(ctx, { connector, filePath: fixture(connector) });
      expect(report.state).toBe('done');
      expect(Object.entries(report.counts).filter(([name, value]) => value !== 0 && name !== 'refused')).toEqual([]);
    }
    expect(await fingerprint()).toEqual(before);
    const staged = await sql<{
      n: number;
    }>`select (select count(*) from stage_house) + (select count(*) from stage_premises) + (select count(*) from stage_point) as n`.execute(
      ctx.db,
    );
    expect(staged.rows[0]?.n).toBe(0);
  });

  it('reads windows-1251 with semicolons into the same facts', async () => {
    const before = await fingerprint(false);
    const text = csvOfFixture()
      .map((line) =>
        line
          .replace(/^\uFEFF/, '')
          .replace(/;/g, ',')
          .replaceAll('|', ';'),
      )
      .join('\r\n');
    const report = await runImport(ctx, { connector: 'ozhf', filePath: file('ozhf-01-02-2026.csv', cp1251(text)) });
    const run = await ctx.db
      .selectFrom('import_run')
      .select(['encoding', 'delimiter'])
      .where('id', '=', report.importId)
      .executeTakeFirst();
    expect(run).toEqual({ encoding: 'windows-1251', delimiter: ';' });
    expect(report.counts).toMatchObject({ housesNew: 0, housesChanged: 0, premisesNew: 0, companiesNew: 0, termsBegun: 0 });
    expect(await fingerprint(false)).toEqual(before);
  });
});

describe('a newer dump', () => {
  it('moves a house from one company to another on its day', async () => {
    const lines = csvOfFixture();
    const [head = ''] = lines;
    const start = lines.findIndex((line) => line.includes('ул. Мира, д. 8|'));
    const columns = (lines[start] ?? '').split('|');
    const other = lines.find((line) => line.includes('|УО|') && !line.includes(columns[5] ?? '-'))?.split('|') ?? [];
    const moved = columns.map((value, index) => ([5, 6, 7].includes(index) ? (other[index] ?? '') : value)).join('|');
    const house = await ctx.db
      .selectFrom('house')
      .select(['id', 'company_id'])
      .where('address', '=', 'г. Тюмень, ул. Мира, д. 8')
      .executeTakeFirstOrThrow();
    await ctx.write((w) => w.db.updateTable('management').set({ source: 'register' }).where('house_id', '=', house.id).execute());
    const report = await runImport(ctx, { connector: 'ozhf', filePath: file('часть на 01-03-2026.csv', `${head}\n${moved}\n`) });
    expect(report).toMatchObject({ state: 'done', counts: { housesNew: 0, termsBegun: 1, termsEnded: 1, managersChanged: 1 } });
    const now = await managerOf(ctx, house.id);
    expect(now).toMatchObject({ since: '2026-03-01', sinceExact: false });
    expect(now?.companyId).not.toBe(house.company_id);
    expect((await managerOf(ctx, house.id, new Date('2026-02-20T00:00:00Z')))?.companyId).toBe(house.company_id);
  });

  it('refuses an older one after it', async () => {
    const before = await fingerprint();
    const report = await runImport(ctx, { connector: 'ozhf', filePath: fixture('ozhf') });
    expect(report).toMatchObject({ state: 'failed', error: 'imports.older-than-loaded' });
    expect(await fingerprint()).toEqual(before);
  });
});

describe('a file that is not what it claims', () => {
  it.each([
    ['empty.csv', '', 'empty'],
    ['other.csv', 'a|b|c\n1|2|3\n', 'columns'],
    ['zip.csv', Buffer.from('PK\u0003\u0004rest'), 'archive'],
    ['broken.tar.gz', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), 'archive'],
  ])('%s is refused and changes nothing', async (name, content, reason) => {
    const before = await fingerprint();
    const report = await runImport(ctx, { connector: 'ozhf', filePath: file(name, content), factDate: '2026-03-02' });
    expect(report.state).toBe('failed');
    expect(report.error).toContain(reason);
    expect(await fingerprint()).toEqual(before);
  });

  it('stops when too many rows are bad', async () => {
    const lines = csvOfFixture().slice(0, 20);
    const bad = lines.map((line, index) => (index > 0 && index % 3 === 0 ? line.replace('|', '') : line)).join('\n');
    const report = await runImport(ctx, { connector: 'ozhf', filePath: file('bad на 02-03-2026.csv', bad) });
    expect(report).toMatchObject({ state: 'stopped', error: 'too-many-failed', rowsFailed: 6 });
    const left = await sql<{ n: number }>`select count(*) as n from stage_house`.execute(ctx.db);
    expect(left.rows[0]?.n).toBe(0);
  });

  it('throws for an unknown connector', async () => {
    await expect(runImport(ctx, { connector: 'nothing', filePath: 'x' })).rejects.toMatchObject({ kind: 'invalid' });
  });
});
