// Rows of a source as records by column name, whatever the file is: delimited text or the first sheet of a workbook.
import path from 'node:path';
import { readSheet } from 'read-excel-file/node';
import type { Connector, SourceRecord } from './connector.ts';
import { type Encoding, decodeText, detectEncoding } from './decode-text.ts';
import { type Entry, type Source, openSource } from './open-source.server.ts';
import { readLines } from './read-lines.ts';
import { SourceError } from './source-error.ts';
import { type Delimiter, detectDelimiter, isOpen, splitRecord } from './split-record.ts';

export type SourceRow = { line: number; raw: string; record: SourceRecord } | { line: number; raw: string; broken: string };

export interface RowSource {
  name: string;
  bytes: number;
  readBytes(): number;
  encoding: Encoding | 'xlsx';
  delimiter: Delimiter | null;
  rows(): AsyncGenerator<SourceRow>;
}

/** A record may go on over this many lines before it is called broken. */
const MAX_JOINED = 10;

export async function readRows(connector: Connector, filePath: string): Promise<RowSource> {
  if (connector.kind === 'xlsx') return workbook(connector, filePath);
  const source = await openSource(filePath);
  const result: RowSource = {
    name: source.name,
    bytes: source.bytes,
    readBytes: source.readBytes,
    encoding: 'utf-8',
    delimiter: null,
    rows: () => textRows(connector, source, result),
  };
  return result;
}

async function* textRows(connector: Connector, source: Source, result: RowSource): AsyncGenerator<SourceRow> {
  let entries = 0;
  for await (const entry of source.entries()) {
    entries += 1;
    yield* entryRows(connector, entry, result);
  }
  if (entries === 0) throw new SourceError('empty');
}

async function* entryRows(connector: Connector, entry: Entry, result: RowSource): AsyncGenerator<SourceRow> {
  const { encoding, chunks } = await sniff(entry.chunks);
  result.encoding = encoding;
  const lines = numbered(readLines(decodeText(chunks, encoding)));
  const header = await headerOf(connector, lines);
  result.delimiter = header.delimiter;
  for await (const { line, text } of lines) {
    if (!text.trim()) continue;
    yield await oneRow(lines, line, text, header);
  }
}

async function sniff(chunks: AsyncIterable<Uint8Array>): Promise<{ encoding: Encoding; chunks: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) throw new SourceError('empty');
  const head = first.value;
  return {
    encoding: detectEncoding(head),
    chunks: (async function* () {
      yield head;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    })(),
  };
}

type Lines = AsyncGenerator<{ line: number; text: string }>;

async function* numbered(lines: AsyncIterable<string>): Lines {
  let line = 0;
  for await (const text of lines) {
    line += 1;
    yield { line, text };
  }
}

interface Header {
  names: readonly string[];
  delimiter: Delimiter;
  at: ReadonlyMap<string, number>;
  /** Columns as mappers name them: asked for every row, looked up once. */
  asked: Map<string, number>;
}

async function headerOf(connector: Connector, lines: Lines): Promise<Header> {
  const next = await lines.next();
  if (next.done) throw new SourceError('empty');
  const text = next.value.text.replace(/^\uFEFF/, '');
  const delimiter = detectDelimiter(text);
  return checkedHeader(connector, splitRecord(text, delimiter, text.split(delimiter).length) ?? [], delimiter);
}

function checkedHeader(connector: Connector, names: readonly string[], delimiter: Delimiter): Header {
  const at = new Map(names.map((name, index) => [columnKey(name), index]));
  const missing = connector.required.filter((name) => !at.has(columnKey(name)));
  if (missing.length > 0) throw new SourceError('columns', missing.slice(0, 3).join(', '));
  return { names, delimiter, at, asked: new Map() };
}

function columnKey(name: string): string {
  return name.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();
}

/** Reads on while a quote stands open and the record is too short; gives up without losing the lines it did not need. */
async function oneRow(lines: Lines, line: number, first: string, header: Header): Promise<SourceRow> {
  let raw = first;
  for (let joined = 0; ; joined += 1) {
    const cells = splitRecord(raw, header.delimiter, header.names.length);
    if (cells) return { line, raw, record: byName(header, cells) };
    const goesOn =
      joined < MAX_JOINED && isOpen(raw, header.delimiter) && raw.split(header.delimiter).length < header.names.length;
    const next = goesOn ? await lines.next() : undefined;
    if (!next || next.done) return { line, raw, broken: 'field-count' };
    raw = `${raw} ${next.value.text}`;
  }
}

function byName(header: Header, cells: readonly string[]): SourceRecord {
  return (column) => {
    let index = header.asked.get(column);
    if (index === undefined) {
      index = header.at.get(columnKey(column)) ?? -1;
      header.asked.set(column, index);
    }
    return cells[index] ?? '';
  };
}

async function workbook(connector: Connector, filePath: string): Promise<RowSource> {
  const sheet = await readSheet(filePath).catch((error: unknown) => {
    throw new SourceError('not-workbook', error instanceof Error ? error.message.slice(0, 120) : '');
  });
  const text = sheet.map((row) =>
    row.map((cell) =>
      (cell === null || cell === undefined ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)).trim(),
    ),
  );
  const header = checkedHeader(connector, text[connector.headerRow - 1] ?? [], '|');
  return {
    name: path.basename(filePath),
    bytes: 0,
    readBytes: () => 0,
    encoding: 'xlsx',
    delimiter: null,
    async *rows() {
      for (const [index, cells] of text.slice(connector.headerRow).entries()) {
        if (cells.some(Boolean))
          yield { line: connector.headerRow + index + 1, raw: cells.join(' | '), record: byName(header, cells) };
      }
    },
  };
}
