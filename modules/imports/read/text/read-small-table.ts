// Reads a small delimited table held in memory, by the same rules as the big imports.
import type { SourceRecord } from '../../connector.ts';
import { detectEncoding } from '../source/decode-text.ts';
import { columnsOf, headerOf, recordOf } from './header.ts';
import { SourceError } from '../source/source-error.ts';
import { detectDelimiter, isOpen, splitRecord } from './split-record.ts';

export interface SmallTable {
  encoding: string;
  delimiter: string;
  rows: { line: number; raw: string; record: SourceRecord }[];
  /** Lines that do not come apart into the header's columns. */
  broken: { line: number; raw: string }[];
}

const MAX_JOINED = 10;

/** Throws a SourceError for what is no table with these columns. */
export function readSmallTable(bytes: Uint8Array, required: readonly string[]): SmallTable {
  if (bytes.length === 0) throw new SourceError('empty');
  const encoding = detectEncoding(bytes);
  const lines = decode(bytes, encoding).split(/\r?\n/);
  const first = (lines.shift() ?? '').replace(/^\uFEFF/, '');
  if (first.includes('\0')) throw new SourceError('not-text');
  const delimiter = detectDelimiter(first);
  const columns = columnsOf(first, delimiter);
  const header = headerOf({ required }, columns);
  const table: SmallTable = { encoding, delimiter, rows: [], broken: [] };
  for (let at = 0; at < lines.length; at += 1) {
    const line = at + 2;
    let raw = lines[at] ?? '';
    if (!raw.trim()) continue;
    for (let joined = 0; joined < MAX_JOINED && isOpen(raw, delimiter) && at + 1 < lines.length; joined += 1)
      raw = `${raw} ${lines[++at]}`;
    const cells = splitRecord(raw, delimiter, columns.length);
    if (cells) table.rows.push({ line, raw, record: recordOf(header, cells) });
    else table.broken.push({ line, raw });
  }
  return table;
}

function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new SourceError('encoding', encoding);
  }
}
