// Streams a file's rows through the connector's mapper into staging; rows that are not understood are kept with the reason.
import type { Context } from '@zhkh/platform/module.server';
import type { DirectorySettings } from '../../settings.ts';
import type { Connector, ImportProgress, ImportRun } from './connector.ts';
import { type FailedRow, keepFailed, keepProgress, MAX_KEPT, type Tally } from './import-log.server.ts';
import { limitsOf } from './limits.ts';
import { progressOf } from './progress.ts';
import { openReading, readSource } from './read-source.server.ts';
import type { Sink } from './reading.ts';
import { SourceError } from './source-error.ts';
import { openStager, type Stager } from './stage-rows.server.ts';

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
  const limits = limitsOf(await ctx.settings<DirectorySettings>('directory'));
  const reading = await openReading(ctx, input, run, limits);
  const stager = openStager(ctx, connector, run.id);
  const failed: FailedRow[] = [];
  const started = performance.now();
  let told = started;
  const tell = async () => {
    told = performance.now();
    tally.bytes = reading.source.readBytes();
    input.onProgress?.(progressOf(tally, reading.source.bytes, (told - started) / 1000));
    await keepProgress(ctx, run, tally);
  };
  const sink = sinkOf(stager, tally, failed, async () => {
    if (input.signal?.aborted) throw new SourceError('cancelled');
    await stager.settle();
    if (failed.length > 0) await keepFailed(ctx, run, failed.splice(0));
    if (performance.now() - told >= PROGRESS_MS) await tell();
  });
  try {
    await readSource(reading, connector, input, sink);
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

function sinkOf(stager: Stager, tally: Tally, failed: FailedRow[], settle: () => Promise<void>): Sink {
  const refuse = (row: FailedRow) => {
    tally.failed += 1;
    if (tally.failed <= MAX_KEPT) failed.push(row);
  };
  return {
    take(line, entry, mapped, raw) {
      tally.read += 1;
      if ('failed' in mapped) {
        refuse({ line, entry, ...mapped.failed, raw: typeof raw === 'string' ? raw : raw() });
        return;
      }
      stager.add(line, mapped.stage);
      tally.staged += 1;
    },
    broken(line, entry, reason, raw) {
      tally.read += 1;
      refuse({ line, entry, field: '', reason, raw });
    },
    settle,
  };
}
