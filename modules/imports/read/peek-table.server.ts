// Samples an unknown table: encoding, delimiter, columns with a few values. Reads only its beginning.
import { open, stat } from 'node:fs/promises';
import type { ProfileSample } from '../domain/profile.ts';
import { detectEncoding } from './source/decode-text.ts';
import { columnsOf } from './text/header.ts';
import type { Limits } from './source/limits.ts';
import { firstRows } from './xlsx/read-workbook.server.ts';
import { SourceError } from './source/source-error.ts';
import { type Delimiter, detectDelimiter, splitRecord } from './text/split-record.ts';

const HEAD_BYTES = 64 * 1024;
const SAMPLES = 3;
/** The header and enough rows to find a few values in. */
const ROWS = 50;
export const MAX_COLUMNS = 60;

export async function peekTable(filePath: string, limits: Limits): Promise<ProfileSample> {
  const head = await headBytes(filePath);
  if (head.length === 0) throw new SourceError('empty');
  if (head.toString('latin1', 0, 2) === 'PK') return peekWorkbook(filePath, limits);
  const encoding = detectEncoding(head);
  const lines = new TextDecoder(encoding).decode(head).split(/\r?\n/);
  if (head.length === HEAD_BYTES) lines.pop();
  const header = (lines.shift() ?? '').replace(/^\uFEFF/, '');
  if (header.includes('\0')) throw new SourceError('not-text');
  const delimiter = detectDelimiter(header);
  const names = columnsOf(header, delimiter);
  const rows = lines.map((line) => cellsOf(line, delimiter, names.length)).filter((row) => row !== null);
  return { encoding, delimiter, columns: columns(names, rows) };
}

async function headBytes(filePath: string): Promise<Buffer> {
  const { size } = await stat(filePath);
  const file = await open(filePath);
  const head = Buffer.alloc(Math.min(size, HEAD_BYTES));
  await file.read(head, 0, head.length, 0).finally(() => file.close());
  return head;
}

function cellsOf(line: string, delimiter: Delimiter, count: number): string[] | null {
  return line.trim() ? splitRecord(line, delimiter, count) : null;
}

async function peekWorkbook(filePath: string, limits: Limits): Promise<ProfileSample> {
  const [names = [], ...rows] = await firstRows(filePath, ROWS, limits);
  return { encoding: 'xlsx', delimiter: null, columns: columns(names, rows) };
}

function columns(names: readonly string[], rows: readonly (readonly string[])[]): ProfileSample['columns'] {
  const named = names.map((name, index) => ({ name: name.trim(), index })).filter((column) => column.name);
  if (named.length < 2) throw new SourceError('columns');
  return named.slice(0, MAX_COLUMNS).map(({ name, index }) => ({
    name: name.slice(0, 200),
    samples: [...new Set(rows.map((row) => row[index]?.trim() ?? '').filter(Boolean))]
      .slice(0, SAMPLES)
      .map((text) => text.slice(0, 80)),
  }));
}
