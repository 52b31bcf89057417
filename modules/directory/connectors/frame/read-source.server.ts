// Reads a source piece by piece, whatever it is: cut here, read by threads or here.
import type { Context } from '@zhkh/platform/module.server';
import type { ByteShelf } from './byte-shelf.ts';
import type { Connector, ImportRun } from './connector.ts';
import type { CopyPlan } from './copy-text.ts';
import { cutSource } from './cut-source.server.ts';
import type { Limits } from './limits.ts';
import { headOf, openSource } from './open-source.server.ts';
import type { PieceRead, PieceWork } from './piece.ts';
import { readByThreads, readHere, threadsFor } from './piece-readers.server.ts';
import { PieceSink } from './piece-sink.ts';
import type { Reading } from './reading.ts';
import { readWorkbook } from './read-workbook.server.ts';

export interface SourceFile {
  filePath: string;
  fileName?: string;
}

export interface Taking {
  take(read: PieceRead): void;
  /** Lets what was taken flow on; throws when the import was cancelled. */
  settle(): Promise<void>;
}

export async function openReading(ctx: Context, file: SourceFile, run: ImportRun, limits: Limits): Promise<Reading> {
  return { source: await openSource(file.filePath, limits, file.fileName), run, ctx, encoding: null, delimiter: null };
}

export async function readSource(
  reading: Reading,
  connector: Connector,
  file: SourceFile,
  options: { threads: number; shelf: ByteShelf; pieceBytes?: number },
  taking: Taking,
): Promise<void> {
  const work = workOf(connector, reading.run);
  if (connector.kind === 'xlsx' || (connector.kind === 'table' && (await isWorkbook(file)))) {
    const sink = new PieceSink(work);
    const settle = () => {
      taking.take(sink.done(new ArrayBuffer(0)));
      return taking.settle();
    };
    await readWorkbook(reading, connector, file.filePath, sink, settle);
    return settle();
  }
  const { shelf } = options;
  const threads = threadsFor(work, options.threads);
  const readers =
    threads > 0
      ? readByThreads(work, threads, shelf, taking.take)
      : readHere(work, await connector.mapper(reading.run, reading.ctx), shelf, taking.take);
  try {
    for await (const piece of cutSource(reading, connector, shelf, options.pieceBytes)) {
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

/** A workbook is a ZIP too: its name tells it from an archive of texts. */
async function isWorkbook(file: SourceFile): Promise<boolean> {
  const magic = await headOf(file.filePath, 2);
  return magic.toString('latin1') === 'PK' && /\.xlsx$/i.test(file.fileName ?? file.filePath);
}
