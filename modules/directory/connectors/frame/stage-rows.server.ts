// Puts mapped rows into staging by COPY on a connection of its own. A COPY the server refuses never settles in the driver,
// so each one races a watchdog that ends the connection; the import then fails instead of hanging.
import { finished } from 'node:stream/promises';
import { type BulkSql, openBulkSql } from '@zhkh/platform/db.server';
import type { Context } from '@zhkh/platform/module.server';
import type { Connector, StagedRow } from './connector.ts';

const CHUNK_BYTES = 1_000_000;
const WATCHDOG_MS = 60_000;

export interface Stager {
  add(line: number, rows: Readonly<Record<string, StagedRow>>): Promise<void>;
  /** Sends what is left and closes the connection. */
  finish(): Promise<void>;
  abort(): Promise<void>;
}

interface Buffer {
  table: string;
  columns: readonly string[];
  text: string[];
  size: number;
}

export async function openStager(ctx: Context, connector: Connector, importId: string): Promise<Stager> {
  const bulk = openBulkSql(ctx);
  const buffers = Object.entries(connector.stage).map(([table, columns]): Buffer => ({ table, columns, text: [], size: 0 }));
  return {
    async add(line, rows) {
      for (const buffer of buffers) {
        const row = rows[buffer.table];
        if (!row) continue;
        const text = copyLine([importId, String(line), ...buffer.columns.map((column) => row[column] ?? null)]);
        buffer.text.push(text);
        buffer.size += text.length;
        if (buffer.size >= CHUNK_BYTES) await flush(bulk, buffer);
      }
    },
    async finish() {
      for (const buffer of buffers) await flush(bulk, buffer);
      await bulk.end({ timeout: 5 });
    },
    abort: () => bulk.end({ timeout: 0 }).catch(() => undefined),
  };
}

async function flush(bulk: BulkSql, buffer: Buffer): Promise<void> {
  if (buffer.text.length === 0) return;
  const text = buffer.text.join('');
  buffer.text = [];
  buffer.size = 0;
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
export function copyLine(fields: readonly (string | null)[]): string {
  return `${fields.map((field) => (field === null ? '\\N' : escapeField(field))).join('\t')}\n`;
}

function escapeField(field: string): string {
  if (!/[\\\t\n\r\0]/.test(field)) return field;
  return field
    .replaceAll('\0', '')
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}
