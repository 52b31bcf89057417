// Puts mapped rows into staging by COPY on connections of its own, pieces on their way while the next is read. A COPY the server
// refuses never settles in the driver, so each one races a watchdog that ends the connection; the import then fails instead of hanging.
import { finished } from 'node:stream/promises';
import { type BulkSql, openBulkSql } from '@zhkh/platform/db.server';
import type { Context } from '@zhkh/platform/module.server';
import type { Connector, StagedRow, StagedRows } from './connector.ts';

const CHUNK_CHARS = 300_000;
const WATCHDOG_MS = 60_000;
/** Two backends of the server keep up with one reader. */
const LANES = 2;

interface Lane {
  bulk: BulkSql;
  /** The piece before: the next one waits for it. */
  onItsWay: Promise<void>;
}

export interface Stager {
  add(line: number, rows: StagedRows): void;
  /** Sends full pieces; waits for the one before. */
  settle(): Promise<void>;
  /** Sends what is left and closes the connection. */
  finish(): Promise<void>;
  abort(): Promise<void>;
}

interface Buffer {
  table: string;
  columns: readonly string[];
  text: string;
}

export function openStager(ctx: Context, connector: Connector, importId: string): Stager {
  const lanes = Array.from({ length: LANES }, (): Lane => ({ bulk: openBulkSql(ctx), onItsWay: Promise.resolve() }));
  const buffers = new Map(
    Object.entries(connector.stage).map(([table, columns]): [string, Buffer] => [table, { table, columns, text: '' }]),
  );
  let turn = 0;
  const send = async (buffer: Buffer) => {
    const text = buffer.text;
    const lane = lanes[turn++ % LANES];
    if (!text || !lane) return;
    buffer.text = '';
    await lane.onItsWay;
    lane.onItsWay = watched(lane.bulk, buffer, text);
    lane.onItsWay.catch(() => undefined);
  };
  return {
    add(line, rows) {
      for (const table in rows) {
        const buffer = buffers.get(table);
        if (!buffer) throw new Error(`No staging table ${table} in ${connector.id}`);
        append(buffer, `${importId}\t${line}`, rows[table] ?? []);
      }
    },
    async settle() {
      for (const buffer of buffers.values()) if (buffer.text.length >= CHUNK_CHARS) await send(buffer);
    },
    async finish() {
      for (const buffer of buffers.values()) await send(buffer);
      await Promise.all(lanes.map((lane) => lane.onItsWay));
      await Promise.all(lanes.map((lane) => lane.bulk.end({ timeout: 5 })));
    },
    async abort() {
      // What is on its way may still be let in: only after that can staged rows be taken back.
      await Promise.allSettled(lanes.map((lane) => lane.onItsWay));
      await Promise.all(lanes.map((lane) => lane.bulk.end({ timeout: 0 }).catch(() => undefined)));
    },
  };
}

function append(buffer: Buffer, prefix: string, rows: StagedRow | readonly StagedRow[]): void {
  if (Array.isArray(rows)) for (const row of rows as readonly StagedRow[]) buffer.text += lineOf(prefix, buffer.columns, row);
  else buffer.text += lineOf(prefix, buffer.columns, rows as StagedRow);
}

async function watched(bulk: BulkSql, buffer: Buffer, text: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const watchdog = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      void bulk.end({ timeout: 0 }).catch(() => undefined);
      reject(new Error(`COPY into ${buffer.table} did not settle in ${WATCHDOG_MS} ms`));
    }, WATCHDOG_MS);
  });
  try {
    await Promise.race([copy(bulk, buffer, text), watchdog]);
  } finally {
    clearTimeout(timer);
  }
}

async function copy(bulk: BulkSql, buffer: Buffer, text: string): Promise<void> {
  const columns = ['import_id', 'line', ...buffer.columns];
  const target = await bulk`copy ${bulk(buffer.table)} (${bulk(columns)}) from stdin`.writable();
  target.end(text);
  await finished(target);
}

/** COPY's text format: tab between fields, \N for null, the four special characters escaped. */
function lineOf(prefix: string, columns: readonly string[], row: StagedRow): string {
  let line = prefix;
  for (const column of columns) {
    const field = row[column];
    line += field === null || field === undefined ? '\t\\N' : `\t${SPECIAL.test(field) ? escapeField(field) : field}`;
  }
  return `${line}\n`;
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
