// Rows of a workbook as records by column name: of its first sheet that has the columns asked for.
import type { RowMapper, TableConnector } from '../../connector.ts';
import { type Header, headerOf, recordOf } from '../text/header.ts';
import type { Limits } from '../source/limits.ts';
import type { Reading, Sink } from '../reading.ts';
import { SourceError } from '../source/source-error.ts';
import { openWorkbook, type Workbook } from './open-workbook.server.ts';

/** `from`: the file, or the bytes of a workbook that lies in an archive. */
export async function readWorkbook(
  reading: Reading,
  connector: TableConnector,
  from: string | Buffer,
  sink: Sink,
  entry: string | null = null,
): Promise<void> {
  const book = await openWorkbook(from, reading.limits);
  reading.encoding = 'xlsx';
  if (typeof from === 'string') reading.source = { ...reading.source, readBytes: () => book.readBytes() };
  try {
    await readSheets(reading, connector, book, sink, entry);
  } finally {
    book.close();
  }
}

async function readSheets(
  reading: Reading,
  connector: TableConnector,
  book: Workbook,
  sink: Sink,
  entry: string | null,
): Promise<void> {
  let first: SourceError | null = null;
  for (let sheet = 0; sheet < book.sheets; sheet += 1) {
    const table = new Table(connector, connector.mapper(reading.run), sink, entry);
    try {
      await book.rows(sheet, table);
      table.end();
      return;
    } catch (error) {
      // Another sheet may be the one: a cover page often comes first.
      if (table.found || !(error instanceof SourceError) || error.reason !== 'columns') throw error;
      first ??= error;
    }
  }
  throw first ?? new SourceError('empty');
}

class Table {
  readonly #connector: TableConnector;
  readonly #map: RowMapper;
  readonly #sink: Sink;
  readonly #entry: string | null;
  #header: Header | null = null;
  /** What stands over the header: the upper cells of merged ones. */
  #above: string[] = [];

  constructor(connector: TableConnector, map: RowMapper, sink: Sink, entry: string | null) {
    this.#connector = connector;
    this.#map = map;
    this.#sink = sink;
    this.#entry = entry;
  }

  get found(): boolean {
    return this.#header !== null;
  }

  row(line: number, cells: readonly string[]): void {
    if (this.#header === null) {
      if (line < this.#connector.headerRow)
        for (const [at, text] of cells.entries()) this.#above[at] = text || (this.#above[at] ?? '');
      else this.#readHeader(line === this.#connector.headerRow ? cells : []);
      if (line <= this.#connector.headerRow) return;
    }
    const raw = () => cells.join(' | ');
    this.#sink.take(line, this.#entry, this.#map(recordOf(this.#header as Header, cells), line, raw, false), raw);
  }

  async settle(): Promise<boolean> {
    if (this.#header) await this.#sink.settle();
    return false;
  }

  end(): void {
    if (this.#header === null) this.#readHeader([]);
  }

  /** A cell merged downwards keeps its text in its upper row. */
  #readHeader(cells: readonly string[]): void {
    const width = Math.max(cells.length, this.#above.length);
    const names = Array.from({ length: width }, (_, at) => cells[at] || (this.#above[at] ?? ''));
    this.#header = headerOf(this.#connector, names);
  }
}

/** The first rows of the first sheet, as text. */
export async function firstRows(filePath: string, count: number, limits: Limits): Promise<string[][]> {
  const book = await openWorkbook(filePath, limits);
  const rows: string[][] = [];
  try {
    await book.rows(0, {
      row: (_line, cells) => rows.length < count && rows.push([...cells]),
      settle: () => rows.length >= count,
    });
  } finally {
    book.close();
  }
  return rows;
}
