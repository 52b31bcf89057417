// The header of a table: which column is where.
import type { SourceRecord, TableConnector } from './connector.ts';
import { SourceError } from './source-error.ts';
import { type Delimiter, splitRecord } from './split-record.ts';

export interface Header {
  names: readonly string[];
  delimiter: Delimiter;
  at: ReadonlyMap<string, number>;
  /** Names as asked for, once looked up: asking is by the row. */
  asked: Map<string, number>;
}

export function headerOf(connector: Pick<TableConnector, 'required'>, names: readonly string[], delimiter: Delimiter): Header {
  const at = new Map(names.map((name, index) => [columnKey(name), index]));
  const missing = connector.required.filter((name) => !at.has(columnKey(name)));
  if (missing.length > 0) throw new SourceError('columns', missing.slice(0, 3).join(', '));
  return { names, delimiter, at, asked: new Map() };
}

export function columnsOf(text: string, delimiter: Delimiter): readonly string[] {
  return splitRecord(text, delimiter, text.split(delimiter).length) ?? [];
}

export function recordOf(header: Header, cells: readonly string[]): SourceRecord {
  return (column) => cells[indexOf(header, column)] ?? '';
}

function indexOf(header: Header, column: string): number {
  const known = header.asked.get(column);
  if (known !== undefined) return known;
  const index = header.at.get(columnKey(column)) ?? -1;
  header.asked.set(column, index);
  return index;
}

function columnKey(name: string): string {
  return name.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();
}
