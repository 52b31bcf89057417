// Compares the streaming workbook reader with a library that reads them whole.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoFile } from '../../testing/demo-files.ts';
import { type CellValue, rowOf, STYLES, workbookParts } from '../../testing/workbook-parts.ts';
import { writeZip } from '../../testing/zip-writer.ts';
import { firstRows } from './read-workbook.server.ts';
import { shapeOf } from '../source/source-shape.server.ts';
import { showsDate } from './date-styles.server.ts';

const limits = { ratio: 300, entries: 1000, bytes: 1e9 };
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'xlsx-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = (name: string) => path.join(folder, name);
const read = (filePath: string) => firstRows(filePath, Number.MAX_SAFE_INTEGER, limits);

/** Gaps and ends the library fills up are nothing to us. */
async function byLibrary(filePath: string): Promise<string[][]> {
  const rows = await readSheet(filePath);
  return trimmed(rows.map((row) => row.map(textOf)));
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)).trim();
}

function trimmed(rows: readonly (readonly string[])[]): string[][] {
  return rows.map((row) => row.slice(0, row.findLastIndex(Boolean) + 1)).filter((row) => row.length > 0);
}

const word = fc.string({ unit: fc.constantFrom(...'аЯё x<&>"_0 ,;'), maxLength: 8 });
const cell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constant(null),
  word.map((text) => ({ text })),
  fc.nat({ max: 3 }).map((shared) => ({ shared })),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => ({ number })),
  fc.integer({ min: 61, max: 80_000 }).map((number) => ({ number, style: STYLES.date })),
  fc.integer({ min: 61, max: 80_000 }).map((number) => ({ number: number + 0.75, style: STYLES.ownDate })),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((number) => ({ number, style: STYLES.money })),
  fc.boolean().map((truth) => ({ truth })),
  fc.constant({ fault: '#DIV/0!' }),
  word.map((formula) => ({ formula })),
  fc.array(word, { minLength: 1, maxLength: 3 }).map((rich) => ({ rich })),
);

describe('a workbook', () => {
  it('reads as the library reads it', { timeout: 60_000 }, async () => {
    const table = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 });
    const strings = ['один', ' два_x000D_ ', '', '<три>'];
    await fc.assert(
      fc.asyncProperty(table, fc.boolean(), async (rows, from1904) => {
        const filePath = file('random.xlsx');
        const sheet = rows.map((cells, at) => rowOf(at * 2 + 1, cells));
        await writeZip(filePath, workbookParts({ sheets: [sheet], strings, from1904 }));
        expect(trimmed(await read(filePath))).toEqual(await byLibrary(filePath));
      }),
      { numRuns: 80 },
    );
  });

  it.each(['suppliers', 'licences'])('of the demo region reads as the library reads it: %s', async (name) => {
    expect(trimmed(await read(demoFile(name)))).toEqual(await byLibrary(demoFile(name)));
  });

  it('begins with the sheet people see first, whatever its part is called', async () => {
    await writeZip(
      file('two.xlsx'),
      workbookParts({ sheets: [[rowOf(1, [{ text: 'первый' }])], [rowOf(1, [{ text: 'второй' }])]] }),
    );
    expect(await read(file('two.xlsx'))).toEqual([['первый']]);
  });

  it('is known by its content; an archive of workbooks, an old and a locked one too', async () => {
    const parts = workbookParts({ sheets: [[rowOf(1, [{ text: 'a' }])]] });
    await writeZip(file('book.bin'), parts);
    expect(await shapeOf(file('book.bin'), 'book.bin')).toBe('workbook');
    await writeZip(file('books.zip'), [{ name: 'a/b.xlsx', text: ['x'] }]);
    expect(await shapeOf(file('books.zip'), 'books.zip')).toBe('workbooks');
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]);
    await writeFile(file('old.xls'), old);
    await expect(shapeOf(file('old.xls'), 'old.xls')).rejects.toMatchObject({ reason: 'old-workbook' });
    await writeFile(file('locked.xlsx'), Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]));
    await expect(shapeOf(file('locked.xlsx'), 'locked.xlsx')).rejects.toMatchObject({ reason: 'encrypted' });
  });
});

describe('a number format', () => {
  it.each(['dd.mm.yyyy', '[$-419]d mmmm yyyy;@', 'yyyy-mm-dd hh:mm', 'd\\ mmm\\ yy', '[h]:mm'])('%s is a date', (format) =>
    expect(showsDate(format)).toBe(true),
  );
  it.each(['0.00', '# ##0 "дней"', '@', 'General', '0%', '"dd"', ''])('%s is none', (format) =>
    expect(showsDate(format)).toBe(false),
  );
});
