// The header of a table: which column is where.
import type { SourceRecord, TableConnector } from '../../connector.ts';
import { SourceError } from '../source/source-error.ts';
import { type Delimiter, splitRecord } from './split-record.ts';

export class Header {
  readonly #at: ReadonlyMap<string, number>;
  /** Names as asked for, once looked up: asking is by the row. */
  readonly #asked = new Map<string, number>();

  constructor(names: readonly string[]) {
    this.#at = new Map(names.map((name, index) => [columnKey(name), index]));
  }

  /** -1 when there is no such column. */
  find(column: string): number {
    const known = this.#asked.get(column);
    if (known !== undefined) return known;
    const index = this.#at.get(columnKey(column)) ?? -1;
    this.#asked.set(column, index);
    return index;
  }
}

export function headerOf(connector: Pick<TableConnector, 'required'>, names: readonly string[]): Header {
  const header = new Header(names);
  const missing = connector.required.filter((name) => header.find(name) < 0);
  if (missing.length > 0) throw new SourceError('columns', missing.slice(0, 3).join(', '));
  return header;
}

export function columnsOf(text: string, delimiter: Delimiter): readonly string[] {
  return splitRecord(text, delimiter, text.split(delimiter).length) ?? [];
}

export function recordOf(header: Header, cells: readonly string[]): SourceRecord {
  return (column) => cells[header.find(column)] ?? '';
}

function columnKey(name: string): string {
  return name.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();
}
