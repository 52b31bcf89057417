// The record of an import: its run and the rows it could not take.
import { jsonb, newId } from '@zhkh/platform/db.server';
import type { Context, Write } from '@zhkh/platform/module.server';
import type { ImportReport, ImportRun } from './connector.ts';

export interface Tally {
  read: number;
  staged: number;
  failed: number;
  encoding: string | null;
  delimiter: string | null;
}

export interface FailedRow {
  line: number;
  field: string;
  reason: string;
  raw: string;
}

const MAX_RAW = 2000;
/** Rows beyond this are counted, not kept: a file of another kind would fill the table. */
export const MAX_KEPT = 10_000;

export async function startRun(
  ctx: Context,
  run: ImportRun,
  connector: string,
  file: { name: string; sha256: string | null; bytes: number | null },
): Promise<void> {
  await ctx.write(async (w) => {
    await endAbandoned(w, run, connector);
    await w.db
      .insertInto('import_run')
      .values({
        id: run.id,
        connector,
        file_name: file.name,
        file_sha256: file.sha256,
        file_bytes: file.bytes,
        encoding: null,
        delimiter: null,
        fact_date: run.factDate,
        state: 'running',
        started_at: run.startedAt,
        finished_at: null,
        started_by: 'accountId' in ctx.actor ? ctx.actor.accountId : null,
        error: null,
      })
      .execute();
  });
}

const ABANDONED_MS = 6 * 3_600_000;

/** A run whose process was killed would say «running» for ever. */
async function endAbandoned(w: Write, run: ImportRun, connector: string): Promise<void> {
  await w.db
    .updateTable('import_run')
    .set({ state: 'failed', error: 'abandoned', finished_at: run.startedAt })
    .where('state', '=', 'running')
    .where('connector', '=', connector)
    .where('started_at', '<', new Date(run.startedAt.getTime() - ABANDONED_MS))
    .execute();
}

export async function keepFailed(ctx: Context, run: ImportRun, rows: readonly FailedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map((row) => ({
    id: newId(),
    import_id: run.id,
    line: row.line,
    field: row.field,
    reason: row.reason,
    raw: row.raw.slice(0, MAX_RAW).replaceAll('\0', ''),
  }));
  await ctx.write(async (w) => {
    await w.db.insertInto('import_failed_row').values(values).execute();
  });
}

export async function finishRun(
  ctx: Context,
  run: ImportRun,
  tally: Tally,
  end: { state: ImportReport['state']; counts: Record<string, number>; error?: string },
): Promise<ImportReport> {
  await ctx.write(async (w) => {
    await w.db
      .updateTable('import_run')
      .set({
        state: end.state,
        counts: jsonb(end.counts),
        error: end.error ?? null,
        finished_at: ctx.clock.now(),
        rows_read: tally.read,
        rows_staged: tally.staged,
        rows_failed: tally.failed,
        encoding: tally.encoding,
        delimiter: tally.delimiter,
      })
      .where('id', '=', run.id)
      .execute();
    await w.audit(
      'directory.import',
      { type: 'import_run', id: run.id },
      { state: end.state, rows: tally.read, failed: tally.failed },
    );
  });
  const report = {
    importId: run.id,
    state: end.state,
    rowsRead: tally.read,
    rowsStaged: tally.staged,
    rowsFailed: tally.failed,
    counts: end.counts,
  };
  return end.error ? { ...report, error: end.error } : report;
}
