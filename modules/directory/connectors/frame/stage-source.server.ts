// Streams a file's rows through the connector's mapper into staging; rows that are not understood are kept with the reason.
import type { Context } from '@zhkh/platform/module.server';
import type { Connector, ImportProgress, ImportRun } from './connector.ts';
import { type FailedRow, keepFailed, MAX_KEPT, type Tally } from './import-log.server.ts';
import { readRows, type RowSource, type SourceRow } from './read-rows.server.ts';
import { openStager } from './stage-rows.server.ts';

const PROGRESS_EVERY = 5000;
const FAILED_BATCH = 200;

interface Input {
  filePath: string;
  onProgress?(progress: ImportProgress): void;
}

export async function stageSource(ctx: Context, connector: Connector, run: ImportRun, input: Input, tally: Tally): Promise<void> {
  const source = await readRows(connector, input.filePath);
  const stager = await openStager(ctx, connector, run.id);
  const failed: FailedRow[] = [];
  const map = connector.mapper(run);
  try {
    for await (const row of source.rows()) {
      tally.read += 1;
      const refusal = await takeRow(row, map, stager, tally);
      if (refusal) await refuse(ctx, run, tally, failed, refusal);
      if (tally.read % PROGRESS_EVERY === 0) report(source, tally, input);
    }
    await stager.finish();
  } catch (error) {
    await stager.abort();
    throw error;
  } finally {
    tally.encoding = source.encoding;
    tally.delimiter = source.delimiter;
    await keepFailed(ctx, run, failed);
  }
  report(source, tally, input);
}

async function takeRow(
  row: SourceRow,
  map: ReturnType<Connector['mapper']>,
  stager: Awaited<ReturnType<typeof openStager>>,
  tally: Tally,
): Promise<FailedRow | null> {
  if ('broken' in row) return { line: row.line, field: '', reason: row.broken, raw: row.raw };
  const mapped = map(row.record, row.line, row.raw);
  if ('failed' in mapped) return { line: row.line, raw: row.raw, ...mapped.failed };
  await stager.add(row.line, mapped.stage);
  tally.staged += 1;
  return null;
}

async function refuse(ctx: Context, run: ImportRun, tally: Tally, failed: FailedRow[], row: FailedRow): Promise<void> {
  tally.failed += 1;
  if (tally.failed <= MAX_KEPT) failed.push(row);
  if (failed.length >= FAILED_BATCH) await keepFailed(ctx, run, failed.splice(0));
}

function report(source: RowSource, tally: Tally, input: Input): void {
  input.onProgress?.({ rows: tally.read, failed: tally.failed, bytes: source.readBytes(), totalBytes: source.bytes });
}
