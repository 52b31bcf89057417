// Deletes what imports left behind past its time: refused rows and files. Runs and counts stay:
// every stored fact points to its run.
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import type { ImportsSettings } from '../settings.ts';

const DAY_MS = 86_400_000;
const AT_ONCE = 200;

export interface Swept {
  rows: number;
  files: number;
}

export async function sweepImports(ctx: Context, signal?: AbortSignal): Promise<Swept> {
  const { failedRowDays, sourceFileDays } = await ctx.settings<ImportsSettings>('imports');
  const now = ctx.clock.now();
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  return {
    rows: await sweepRows(ctx, now, before(failedRowDays), signal),
    files: await sweepFiles(ctx, before(sourceFileDays), signal),
  };
}

/** A run at a time: none of them holds more rows than are kept. */
async function sweepRows(ctx: Context, now: Date, before: Date, signal?: AbortSignal): Promise<number> {
  const runs = await ctx.db
    .selectFrom('import_run')
    .select('id')
    .where('finished_at', '<', before)
    .where('rows_swept_at', 'is', null)
    .where('rows_failed', '>', 0)
    .limit(AT_ONCE)
    .execute();
  let rows = 0;
  for (const { id } of runs) {
    if (signal?.aborted) break;
    await ctx.write(async (w) => {
      const gone = await w.db.deleteFrom('import_failed_row').where('import_id', '=', id).executeTakeFirst();
      await w.db.updateTable('import_run').set({ rows_swept_at: now }).where('id', '=', id).execute();
      rows += Number(gone.numDeletedRows);
    });
  }
  return rows;
}

/** A file that a later run still needs (begun anew, waiting) stays with it. */
async function sweepFiles(ctx: Context, before: Date, signal?: AbortSignal): Promise<number> {
  const old = await ctx.db
    .selectFrom('import_run')
    .select('file_id as id')
    .where('file_id', 'is not', null)
    .groupBy('file_id')
    .having(sql<boolean>`max(started_at) < ${before}::timestamptz and bool_and(state not in ('queued', 'running'))`)
    .limit(AT_ONCE)
    .execute();
  let files = 0;
  for (const { id } of old) {
    if (signal?.aborted || !id) break;
    await ctx.write(async (w) => {
      await w.db.updateTable('import_run').set({ file_id: null }).where('file_id', '=', id).execute();
    });
    await ctx.files.remove(id);
    files += 1;
  }
  return files;
}
