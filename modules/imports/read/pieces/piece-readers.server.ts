// Pool of reading threads, or one reader in the process where the mapper can not be loaded by a thread.
// Few pieces are on their way at a time, so the cutter of the file waits for the readers (back-pressure).
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { BufferPool } from './buffer-pool.ts';
import type { Piece, PieceRead, PieceWork } from './piece.ts';
import { type PieceMapper, pieceReader } from './piece-reader.ts';
import type { ThreadAnswer, ThreadStart } from './piece-thread.ts';
import { SourceError } from '../source/source-error.ts';
import { threadSources } from './thread-sources.server.ts';

export interface PieceReaders {
  threads: number;
  /** Waits until somebody has room for it. Throws what went wrong with an earlier one. */
  give(piece: Piece): Promise<void>;
  /** All that was given has been read. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

const PER_THREAD = 2;
const [START, THREAD] = ['piece-thread-start.mjs', 'piece-thread.ts'].map((name) => path.join(import.meta.dirname, name)) as [
  string,
  string,
];
/** What a thread holds is a piece and its rows. */
const LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 2 };

/** One core is the database's; in a bundle there are no files to start threads from. */
export function threadsFor(work: PieceWork, wanted: number): number {
  const possible = work.mapperModule !== null && existsSync(work.mapperModule) && existsSync(START);
  return possible ? Math.min(wanted, os.availableParallelism() - 1) : 0;
}

export function readHere(work: PieceWork, mapper: PieceMapper, pool: BufferPool, take: (read: PieceRead) => void): PieceReaders {
  const read = pieceReader(work, mapper);
  return {
    threads: 0,
    async give(piece) {
      const done = read(piece);
      pool.lend(piece.bytes.buffer, done.copies);
      take(done);
    },
    drain: async () => undefined,
    close: async () => undefined,
  };
}

interface Thread {
  worker: Worker;
  onItsWay: number;
}

export function readByThreads(work: PieceWork, count: number, pool: BufferPool, take: (read: PieceRead) => void): PieceReaders {
  const sources = threadSources([THREAD, work.mapperModule ?? '']);
  const start: ThreadStart = { work, entry: pathToFileURL(THREAD).href, sources };
  let failure: { error: unknown } | null = null;
  let wake: () => void = () => undefined;
  const change = () => new Promise<void>((resolve) => (wake = resolve));
  const fail = (error: unknown) => {
    failure ??= { error };
    wake();
  };
  const threads = Array.from({ length: count }, (): Thread => {
    const worker = new Worker(START, { workerData: start, resourceLimits: LIMITS });
    const thread: Thread = { worker, onItsWay: 0 };
    worker.on('message', (answer: ThreadAnswer) => {
      thread.onItsWay -= 1;
      pool.lend(answer.bytes, 'read' in answer ? answer.read.copies : []);
      if ('read' in answer) take(answer.read);
      else fail('refused' in answer ? new SourceError(answer.refused.reason, answer.refused.detail) : answer.error);
      wake();
    });
    worker.on('error', fail);
    // Nobody waits for ever for a thread that is no more.
    worker.on('exit', (code) => fail(new Error(`a reading thread ended with ${code}`)));
    return thread;
  });
  const until = async <T>(found: () => T | null): Promise<T> => {
    for (;;) {
      if (failure) throw failure.error;
      const got = found();
      if (got !== null) return got;
      await change();
    }
  };
  let chained: Thread | null = null;
  return {
    threads: count,
    async give(piece) {
      const thread = await until(() => withRoom(!piece.opens && chained ? [chained] : threads));
      chained = piece.closes ? null : thread;
      thread.onItsWay += 1;
      thread.worker.postMessage(piece, [piece.bytes.buffer]);
    },
    drain: async () => void (await until(() => (threads.every(({ onItsWay }) => onItsWay === 0) ? true : null))),
    close: async () => void (await Promise.all(threads.map(({ worker }) => worker.terminate()))),
  };
}

function withRoom(threads: readonly Thread[]): Thread | null {
  const free = threads.reduce<Thread | null>((best, one) => (best && best.onItsWay <= one.onItsWay ? best : one), null);
  return free && free.onItsWay < PER_THREAD ? free : null;
}
