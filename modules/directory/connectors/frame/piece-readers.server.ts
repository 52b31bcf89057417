// Where pieces are read: by threads when the connector's mapper can be loaded by one, else in the process itself. Few pieces are on their way
// at a time, so the reader of the file waits for the readers of its pieces.
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ByteShelf } from './byte-shelf.ts';
import type { Piece, PieceRead, PieceWork } from './piece.ts';
import { type PieceMapper, pieceReader } from './piece-reader.ts';
import type { ThreadAnswer } from './piece-thread.ts';
import { SourceError } from './source-error.ts';

export interface PieceReaders {
  threads: number;
  /** Waits until somebody has room for it. Throws what went wrong with an earlier one. */
  give(piece: Piece): Promise<void>;
  /** All that was given has been read. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

const PER_THREAD = 2;
const THREAD_FILE = path.join(import.meta.dirname, 'piece-thread.ts');
/** What a thread holds is a piece and its rows. */
const LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 };

/** One core is the database's; in a bundle there are no files to start threads from. */
export function threadsFor(work: PieceWork, wanted: number): number {
  const possible = work.mapperModule !== null && existsSync(work.mapperModule) && existsSync(THREAD_FILE);
  return possible ? Math.min(wanted, os.availableParallelism() - 1) : 0;
}

export function readHere(work: PieceWork, mapper: PieceMapper, shelf: ByteShelf, take: (read: PieceRead) => void): PieceReaders {
  const read = pieceReader(work, mapper);
  return {
    threads: 0,
    async give(piece) {
      take(read(piece));
      shelf.giveBack(piece.bytes.buffer);
    },
    drain: async () => undefined,
    close: async () => undefined,
  };
}

interface Thread {
  worker: Worker;
  onItsWay: number;
}

export function readByThreads(work: PieceWork, count: number, shelf: ByteShelf, take: (read: PieceRead) => void): PieceReaders {
  let failure: { error: unknown } | null = null;
  let wake: () => void = () => undefined;
  const change = () => new Promise<void>((resolve) => (wake = resolve));
  const fail = (error: unknown) => {
    failure ??= { error };
    wake();
  };
  const threads = Array.from({ length: count }, (): Thread => {
    const worker = new Worker(THREAD_FILE, { workerData: work, resourceLimits: LIMITS });
    const thread: Thread = { worker, onItsWay: 0 };
    worker.on('message', (answer: ThreadAnswer) => {
      thread.onItsWay -= 1;
      shelf.giveBack(answer.bytes);
      if ('read' in answer) take(answer.read);
      else fail('refused' in answer ? new SourceError(answer.refused.reason, answer.refused.detail) : answer.error);
      wake();
    });
    worker.on('error', fail);
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
