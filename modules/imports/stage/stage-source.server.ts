// Stages a file: its rows go through the connector's mapper into staging tables, refused ones are kept.
import type { Context } from '@zhkh/kernel/module.server';
import type { ImportsSettings } from '../settings.ts';
import { BufferPool } from '../read/pieces/buffer-pool.ts';
import type { Connector, ImportProgress, ImportRun } from '../connector.ts';
import type { FailedRow } from '../read/pieces/failed-row.ts';
import { buffersKeeper, freeLeftovers } from '../read/pieces/free-memory.server.ts';
import { keepFailed, keepProgress, MAX_KEPT, type Tally } from '../run/import-log.server.ts';
import { limitsOf } from '../read/source/limits.ts';
import { progressOf } from './progress.ts';
import { copyPlan, openReading, readSource } from '../read/read-source.server.ts';
import { SourceError } from '../read/source/source-error.ts';
import { openStager } from './stage-rows.server.ts';

const PROGRESS_MS = 1000;

export interface StageInput {
  filePath: string;
  fileName?: string;
  signal?: AbortSignal;
  onProgress?(progress: ImportProgress): void;
}

export async function stageSource(
  ctx: Context,
  connector: Connector,
  run: ImportRun,
  input: StageInput,
  tally: Tally,
): Promise<void> {
  freeLeftovers();
  const settings = await ctx.settings<ImportsSettings>('imports');
  const reading = await openReading(input, {
    run,
    limits: limitsOf(settings),
    subjectCode: ctx.tenant.subjectCode,
    mapper: () => connector.mapper(run, ctx),
  });
  const pool = new BufferPool();
  const stager = openStager(ctx, copyPlan(connector, run), (piece) => pool.sent(piece));
  const failed: FailedRow[] = [];
  const freeBuffers = buffersKeeper();
  const started = performance.now();
  let told = started;
  const tell = async () => {
    told = performance.now();
    tally.bytes = reading.source.readBytes();
    input.onProgress?.(progressOf(tally, reading.source.bytes, (told - started) / 1000));
    await keepProgress(ctx, run, tally);
  };
  const settle = async () => {
    if (input.signal?.aborted) throw new SourceError('cancelled');
    await stager.settle();
    freeBuffers();
    if (failed.length > 0) await keepFailed(ctx, run, failed.splice(0));
    if (performance.now() - told >= PROGRESS_MS) await tell();
  };
  try {
    await readSource(
      reading,
      connector,
      input,
      { threads: settings.importThreads, pool },
      {
        take(read) {
          failed.push(...read.failed.slice(0, Math.max(0, MAX_KEPT - tally.failed)));
          tally.read += read.read;
          tally.staged += read.staged;
          tally.failed += read.failed.length;
          stager.add(read.copies);
        },
        settle,
      },
    );
    await settle();
    await stager.finish();
    tally.bytes = reading.source.bytes;
  } catch (error) {
    await stager.abort();
    throw error;
  } finally {
    tally.encoding = reading.encoding;
    tally.delimiter = reading.delimiter;
    await keepFailed(ctx, run, failed);
  }
  await tell();
}
