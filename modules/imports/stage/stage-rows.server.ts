// Puts staged rows into their tables by COPY on connections of its own, pieces on their way while the next
// is read. A COPY the server refuses never settles in the driver, so each one races a watchdog that ends the
// connection; the import then fails instead of hanging.
import { finished } from 'node:stream/promises';
import { type BulkSql, openBulkSql } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import { type CopyPiece, copyColumns, type CopyPlan } from '../read/pieces/copy-text.ts';

/** One COPY is one transaction: not too many of them, not too long to wait for. */
const CHUNK_BYTES = 1_000_000;
const WATCHDOG_MS = 60_000;
/** Two backends of the server keep up with the readers. */
const LANES = 2;

interface Lane {
  bulk: BulkSql;
  /** The chunk before: the next one waits for it. */
  onItsWay: Promise<void>;
}

interface Waiting {
  table: string;
  pieces: CopyPiece[];
  bytes: number;
}

export interface Stager {
  add(pieces: readonly CopyPiece[]): void;
  /** Sends full chunks; waits for the ones before. */
  settle(): Promise<void>;
  /** Sends what is left and closes the connections. */
  finish(): Promise<void>;
  abort(): Promise<void>;
}

/** `sent` is told what is no longer needed. */
export function openStager(ctx: Context, plan: CopyPlan, sent: (piece: CopyPiece) => void): Stager {
  const lanes = Array.from({ length: LANES }, (): Lane => ({ bulk: openBulkSql(ctx), onItsWay: Promise.resolve() }));
  const waiting = new Map(Object.keys(plan.stage).map((table): [string, Waiting] => [table, { table, pieces: [], bytes: 0 }]));
  let turn = 0;
  const send = async (chunk: Waiting) => {
    const lane = lanes[turn++ % LANES];
    if (chunk.bytes === 0 || !lane) return;
    const { table, pieces } = chunk;
    waiting.set(table, { table, pieces: [], bytes: 0 });
    await lane.onItsWay;
    lane.onItsWay = watched(lane.bulk, table, copyColumns(plan, table), pieces).then(() => pieces.forEach(sent));
    lane.onItsWay.catch(() => undefined);
  };
  return {
    add(pieces) {
      for (const piece of pieces) {
        const chunk = waiting.get(piece.table);
        chunk?.pieces.push(piece);
        if (chunk) chunk.bytes += piece.bytes.length;
      }
    },
    async settle() {
      for (const chunk of waiting.values()) if (chunk.bytes >= CHUNK_BYTES) await send(chunk);
    },
    async finish() {
      for (const chunk of waiting.values()) await send(chunk);
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

async function watched(bulk: BulkSql, table: string, columns: string[], pieces: readonly CopyPiece[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const watchdog = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      void bulk.end({ timeout: 0 }).catch(() => undefined);
      reject(new Error(`COPY into ${table} did not settle in ${WATCHDOG_MS} ms`));
    }, WATCHDOG_MS);
  });
  try {
    await Promise.race([copy(bulk, table, columns, pieces), watchdog]);
  } finally {
    clearTimeout(timer);
  }
}

async function copy(bulk: BulkSql, table: string, columns: string[], pieces: readonly CopyPiece[]): Promise<void> {
  const target = await bulk`copy ${bulk(table)} (${bulk(columns)}) from stdin`.writable();
  for (const { bytes } of pieces) target.write(bytes);
  target.end();
  await finished(target);
}
