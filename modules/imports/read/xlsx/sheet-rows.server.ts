// The rows of one sheet in their order, read as a stream: memory is one row, whatever the sheet's length.
import { SourceError } from '../source/source-error.ts';
import { type Book, type Cell, cellText } from './cell-text.ts';
import { readPart } from './xml-part.ts';

/** As spreadsheets have them; a register wider than this is something else. */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 2000;
const MAX_TEXT = 1_000_000;

export interface RowSink {
  /** Rows without a value do not come. `cells` may have gaps; they read as ''. */
  row(line: number, cells: readonly string[]): void;
  /** After every piece of the file; true = enough was read. */
  settle(): Promise<boolean> | boolean;
}

export async function sheetRows(bytes: AsyncIterable<Uint8Array>, book: Book, sink: RowSink): Promise<void> {
  const sheet = new Sheet(book, sink);
  await readPart(bytes, {
    open: (name, attributes) => sheet.open(name, attributes),
    text: (text) => sheet.text(text),
    close: (name) => sheet.close(name),
    settle: () => sink.settle(),
  });
}

class Sheet {
  readonly #book: Book;
  readonly #sink: RowSink;
  #inData = false;
  #line = 0;
  #column = 0;
  #cells: string[] = [];
  #cell: Cell | null = null;
  #reading: 'value' | 'inline' | null = null;
  #phonetic = 0;

  constructor(book: Book, sink: RowSink) {
    this.#book = book;
    this.#sink = sink;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'sheetData') this.#inData = true;
    else if (!this.#inData) return;
    else if (name === 'row') this.#openRow(attributes.r);
    else if (name === 'c') this.#cell = this.#openCell(attributes);
    else if (name === 'v') this.#reading = 'value';
    else if (name === 't') this.#reading = 'inline';
    else if (name === 'rPh') this.#phonetic += 1;
  }

  text(text: string): void {
    if (!this.#cell || !this.#reading || this.#phonetic > 0) return;
    this.#cell[this.#reading] += text;
    if (this.#cell[this.#reading].length > MAX_TEXT) throw new SourceError('line-too-long', this.#cell.place);
  }

  close(name: string): void {
    if (!this.#inData) return;
    if (name === 'v' || name === 't') this.#reading = null;
    else if (name === 'rPh') this.#phonetic -= 1;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row' && this.#cells.length > 0) this.#sink.row(this.#line, this.#cells);
    else if (name === 'sheetData') this.#inData = false;
  }

  #openRow(said: string | undefined): void {
    const line = said === undefined ? this.#line + 1 : Number(said);
    if (!Number.isInteger(line) || line <= this.#line || line > MAX_ROWS)
      throw new SourceError('not-workbook', `row ${String(said).slice(0, 20)}`);
    this.#line = line;
    this.#column = 0;
    this.#cells = [];
  }

  #openCell({ r = '', t = '', s = '' }: Readonly<Record<string, string>>): Cell {
    const column = r === '' ? this.#column + 1 : columnOf(r);
    if (column <= this.#column) throw new SourceError('not-workbook', r.slice(0, 20));
    this.#column = column;
    return { place: r, type: t, style: s, value: '', inline: '' };
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    const text = cell ? cellText(cell, this.#book) : '';
    if (text === '') return;
    if (this.#column > MAX_COLUMNS) throw new SourceError('too-big', cell?.place);
    while (this.#cells.length < this.#column - 1) this.#cells.push('');
    this.#cells.push(text);
  }
}

/** «AB12» → 28 */
function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length && at < 4; at += 1) {
    const letter = place.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (column === 0) throw new SourceError('not-workbook', place.slice(0, 20));
  return column;
}
