// Runs one queued import from its kept file: check, load, or apply a dry run.
import type { Context } from '@zhkh/kernel/module.server';
import { isAppError } from '@zhkh/kernel/errors';
import { findConnector } from './find-connector.server.ts';
import type { ImportReport, ImportRun } from '../connector.ts';
import { type Job, newTally, processSource, processStaged } from './process-source.server.ts';
import { cancelSignal, giveBack, takeQueued } from './run-state.server.ts';
import { alone, tallyOf } from './run-import.server.ts';

/** Null when somebody else took it. `stop` is the worker's: what it cuts short goes back into the queue. */
export async function runQueued(ctx: Context, importId: string, stop: AbortSignal): Promise<ImportReport | null> {
  try {
    return await alone(ctx, importId, () => take(ctx, importId, stop));
  } catch (error) {
    if (isAppError(error) && error.code === 'imports.import-busy') return null;
    throw error;
  }
}

async function take(ctx: Context, importId: string, stop: AbortSignal): Promise<ImportReport | null> {
  const startedAt = ctx.clock.now();
  if (!(await takeQueued(ctx, importId, startedAt))) return null;
  const row = await ctx.db.selectFrom('import_run').selectAll().where('id', '=', importId).executeTakeFirstOrThrow();
  const run: ImportRun = { id: row.id, factDate: row.fact_date ?? '', startedAt };
  const watch = cancelSignal(ctx, importId, stop);
  try {
    const found = await findConnector(ctx, row.connector);
    const report = await work(
      ctx,
      { ...found, run, tally: row.mode === 'apply' ? tallyOf(row) : newTally(), signal: watch.signal },
      row,
    );
    if (stop.aborted && report.error === 'cancelled') await giveBack(ctx, importId);
    return report;
  } catch (error) {
    await failRun(ctx, importId, isAppError(error) ? error.code : 'internal');
    throw error;
  } finally {
    watch.end();
  }
}

function work(ctx: Context, job: Job, row: { mode: string; file_id: string | null; file_name: string }): Promise<ImportReport> {
  if (row.mode === 'apply') return processStaged(ctx, job);
  return ctx.files.withKept(row.file_id ?? '', (filePath) =>
    processSource(ctx, job, {
      filePath,
      fileName: row.file_name,
      dryRun: row.mode === 'check',
      ...(job.signal && { signal: job.signal }),
    }),
  );
}

/** What happens before a file is opened: an unknown source, a file that is gone. */
async function failRun(ctx: Context, importId: string, error: string): Promise<void> {
  await ctx.write(async (w) => {
    await w.db
      .updateTable('import_run')
      .set({ state: 'failed', error, finished_at: ctx.clock.now() })
      .where('id', '=', importId)
      .where('state', '=', 'running')
      .execute();
  });
}
