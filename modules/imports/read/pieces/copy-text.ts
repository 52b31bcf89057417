// Staged rows as COPY's text format: tab between fields, \N for null, the four special characters escaped.
import type { StagedRow, StagedRows } from '../../connector.ts';
import { bigintOf, type Mark } from '../known/record-hash.ts';

/** One table's rows on their way. */
export interface CopyPiece {
  table: string;
  bytes: Uint8Array<ArrayBuffer>;
}

interface Growing {
  columns: readonly string[];
  /** Its rows carry the mark of the record they came from. */
  marked: boolean;
  text: string;
}

export interface CopyPlan {
  importId: string;
  stage: Readonly<Record<string, readonly string[]>>;
  /** Staging tables with a column `record_hash`. */
  marked: readonly string[];
}

export function copyColumns(plan: CopyPlan, table: string): string[] {
  const own = plan.stage[table] ?? [];
  return ['import_id', 'line', ...own, ...(plan.marked.includes(table) ? ['record_hash'] : [])];
}

export class CopyText {
  readonly #importId: string;
  readonly #tables: ReadonlyMap<string, Growing>;

  constructor(plan: CopyPlan) {
    this.#importId = plan.importId;
    this.#tables = new Map(
      Object.entries(plan.stage).map(([table, columns]) => [table, { columns, marked: plan.marked.includes(table), text: '' }]),
    );
  }

  /** `unchanged`: rows that carry marks are there already, only the others are taken. */
  add(line: number, rows: StagedRows, mark: Mark | null, unchanged = false): void {
    for (const table in rows) {
      const growing = this.#tables.get(table);
      if (!growing) throw new Error(`No staging table ${table}`);
      const found = rows[table];
      if (found === undefined || (unchanged && growing.marked)) continue;
      const [prefix, suffix] = [`${this.#importId}\t${line}`, growing.marked ? `\t${mark ? bigintOf(mark) : '\\N'}\n` : '\n'];
      if (Array.isArray(found))
        for (const row of found as readonly StagedRow[]) growing.text += prefix + fieldsOf(growing.columns, row) + suffix;
      else growing.text += prefix + fieldsOf(growing.columns, found as StagedRow) + suffix;
    }
  }

  /** What has gathered since the last time, written into `room` when it fills a good part of it and fits. */
  take(room: ArrayBuffer): CopyPiece[] {
    const pieces: CopyPiece[] = [];
    let used = 0;
    for (const [table, growing] of this.#tables) {
      const { text } = growing;
      growing.text = '';
      if (!text) continue;
      const written = text.length * SPARSE > room.byteLength ? encodeInto(text, new Uint8Array(room, used)) : null;
      pieces.push({ table, bytes: written ?? encoder.encode(text) });
      used += written?.length ?? 0;
    }
    return pieces;
  }
}

const encoder = new TextEncoder();
/** A few rows must not hold a whole buffer until they are sent. */
const SPARSE = 4;

/** Null when there is not enough room. */
function encodeInto(text: string, room: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  const { read, written } = encoder.encodeInto(text, room);
  return read === text.length ? room.subarray(0, written) : null;
}

function fieldsOf(columns: readonly string[], row: StagedRow): string {
  let text = '';
  for (const column of columns) {
    const field = row[column];
    text += field === null || field === undefined ? '\t\\N' : `\t${SPECIAL.test(field) ? escapeField(field) : field}`;
  }
  return text;
}

const SPECIAL = /[\\\t\n\r\0]/;

function escapeField(field: string): string {
  return field
    .replaceAll('\0', '')
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}
