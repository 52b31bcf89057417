// The record of an import: its run, how far it is, and the rows it could not take.
import { jsonb, newId } from '@zhkh/kernel/db.server';
import type { Context, Write } from '@zhkh/kernel/module.server';
import type { ImportReport, ImportRun } from '../connector.ts';
import type { FailedRow } from '../read/pieces/failed-row.ts';
import { storable } from '../stage/storable.ts';

export interface Tally {
  read: number;
  staged: number;
  failed: number;
  /** Of the file as it lies on disk. */
  bytes: number;
  encoding: string | null;
  delimiter: string | null;
}

const MAX_RAW = 2000;
const BATCH = 200;
/** Rows beyond this are counted, not kept: a file of another kind would fill the table. */
export const MAX_KEPT = 10_000;

export interface SourceFacts {
  name: string;
  sha256: string | null;
  bytes: number | null;
}

export async function startRun(ctx: Context, run: ImportRun, connector: string, file: SourceFacts): Promise<void> {
  await ctx.write(async (w) => {
    await w.db
      .insertInto('import_run')
      .values({
        id: run.id,
        connector,
        file_name: storable(file.name),
        file_sha256: file.sha256,
        file_bytes: file.bytes,
        encoding: null,
        delimiter: null,
        fact_date: run.factDate,
        state: 'running',
        started_at: run.startedAt,
        finished_at: null,
        expires_at: null,
        started_by: 'accountId' in ctx.actor ? ctx.actor.accountId : null,
        error: null,
      })
      .execute();
  });
}

export async function keepFailed(ctx: Context, run: ImportRun, rows: readonly FailedRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) {
    const values = rows.slice(from, from + BATCH).map((row) => ({
      id: newId(),
      import_id: run.id,
      line: row.line,
      entry: row.entry === null ? null : storable(row.entry),
      field: row.field,
      reason: row.reason,
      raw: storable(row.raw.slice(0, MAX_RAW)),
    }));
    await ctx.write(async (w) => {
      await w.db.insertInto('import_failed_row').values(values).execute();
    });
  }
}

/** For the page that looks on. */
export async function keepProgress(ctx: Context, run: ImportRun, tally: Tally): Promise<void> {
  await ctx.write(async (w) => {
    await w.db
      .updateTable('import_run')
      .set({ rows_read: tally.read, rows_staged: tally.staged, rows_failed: tally.failed, bytes_read: Math.round(tally.bytes) })
      .where('id', '=', run.id)
      .execute();
  });
}

export async function countDone(db: Context['db'], connector: { id: string }): Promise<number> {
  const found = await db
    .selectFrom('import_run')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('connector', '=', connector.id)
    .where('state', '=', 'done')
    .executeTakeFirstOrThrow();
  return Number(found.n);
}

export interface End {
  state: ImportReport['state'];
  counts: Record<string, number>;
  error?: string;
  /** Until when a dry run waits for «apply». */
  expiresAt?: Date;
}

/** In the caller's transaction: facts and the word that they are in come together. */
export async function endRun(ctx: Context, w: Write, run: ImportRun, tally: Tally, end: End): Promise<ImportReport> {
  await w.db
    .updateTable('import_run')
    .set({
      state: end.state,
      counts: jsonb(end.counts),
      error: end.error ?? null,
      finished_at: ctx.clock.now(),
      phase: null,
      cancel_at: null,
      expires_at: end.expiresAt ?? null,
      rows_read: tally.read,
      rows_staged: tally.staged,
      rows_failed: tally.failed,
      bytes_read: Math.round(tally.bytes),
      encoding: tally.encoding,
      delimiter: tally.delimiter,
    })
    .where('id', '=', run.id)
    .execute();
  await w.audit(
    'imports.loaded',
    { type: 'import_run', id: run.id },
    { state: end.state, rows: tally.read, failed: tally.failed },
  );
  return reportOf(run, tally, end);
}

function reportOf(run: ImportRun, tally: Tally, end: End): ImportReport {
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
