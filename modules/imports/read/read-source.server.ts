// Reads a source piece by piece, whatever it is: cut here, read by threads or here.
import { prepareHash } from './known/record-hash.ts';
import type { BufferPool } from './pieces/buffer-pool.ts';
import type { Connector, ImportRun } from '../connector.ts';
import type { CopyPlan } from './pieces/copy-text.ts';
import { cutSource } from './cut-source.server.ts';
import { openSource } from './source/open-source.server.ts';
import type { PieceRead, PieceWork } from './pieces/piece.ts';
import { readByThreads, readHere, threadsFor } from './pieces/piece-readers.server.ts';
import { PieceSink } from './pieces/piece-sink.ts';
import { readWorkbook } from './xlsx/read-workbook.server.ts';
import { readWorkbooks } from './xlsx/read-workbooks.server.ts';
import type { Reading, ReadingInput, Sink } from './reading.ts';
import { SourceError } from './source/source-error.ts';
import { shapeOf } from './source/source-shape.server.ts';

export interface SourceFile {
  filePath: string;
  fileName?: string;
}

export interface Taking {
  take(read: PieceRead): void;
  /** Lets what was taken flow on; throws when the import was cancelled. */
  settle(): Promise<void>;
}

export async function openReading(file: SourceFile, input: ReadingInput): Promise<Reading> {
  return { ...input, source: await openSource(file.filePath, input.limits, file.fileName), encoding: null, delimiter: null };
}

export async function readSource(
  reading: Reading,
  connector: Connector,
  file: SourceFile,
  options: { threads: number; pool: BufferPool; pieceBytes?: number },
  taking: Taking,
): Promise<void> {
  const work = workOf(connector, reading.run);
  const shape =
    connector.kind === 'table' || connector.kind === 'xlsx'
      ? await shapeOf(file.filePath, file.fileName ?? file.filePath)
      : 'text';
  if (connector.kind === 'xml' || shape === 'text') {
    if (connector.kind === 'xlsx') throw new SourceError('not-workbook');
    return readPieces(reading, connector, work, options, taking);
  }
  const sink = rowSink(work, taking);
  if (shape === 'workbooks') await readWorkbooks(reading, connector, sink);
  else await readWorkbook(reading, connector, file.filePath, sink);
  return sink.settle();
}

function rowSink(work: PieceWork, taking: Taking): Sink {
  const rows = new PieceSink(work);
  return {
    take: (line, entry, mapped, raw) => rows.take(line, entry, mapped, raw, null),
    settle() {
      taking.take(rows.done(new ArrayBuffer(0)));
      return taking.settle();
    },
  };
}

async function readPieces(
  reading: Reading,
  connector: Connector,
  work: PieceWork,
  options: { threads: number; pool: BufferPool; pieceBytes?: number },
  taking: Taking,
): Promise<void> {
  const { pool } = options;
  await prepareHash();
  const threads = threadsFor(work, options.threads);
  const readers =
    threads > 0 ? readByThreads(work, threads, pool, taking.take) : readHere(work, await reading.mapper(), pool, taking.take);
  try {
    for await (const piece of cutSource(reading, connector, pool, options.pieceBytes)) {
      await readers.give(piece);
      await taking.settle();
    }
    await readers.drain();
  } finally {
    await readers.close();
  }
}

function workOf(connector: Connector, run: ImportRun): PieceWork {
  return {
    run: { id: run.id, factDate: run.factDate, startedAt: run.startedAt },
    kind: connector.kind === 'xml' ? 'xml' : 'text',
    markSeed: `${connector.id} ${connector.remembers?.edition ?? 0}`,
    copy: copyPlan(connector, run),
    known: run.known?.shared ?? null,
    repeats: connector.kind === 'xml' ? [] : (connector.repeats ?? []),
    mapperModule: connector.mapperModule ?? null,
  };
}

export function copyPlan(connector: Connector, run: ImportRun): CopyPlan {
  return { importId: run.id, stage: connector.stage, marked: Object.keys(connector.remembers?.tables ?? {}) };
}
