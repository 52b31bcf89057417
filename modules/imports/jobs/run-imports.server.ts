// Runs queued imports one after the other, oldest first; woken at queueing and every minute.
import { type Context, defineJob } from '@zhkh/kernel/module.server';
import { recoverRuns } from '../run/recover-runs.server.ts';
import { runQueued } from '../run/run-queued.server.ts';
import { connectorsOf } from '../run/sources-of.server.ts';

export const runImports = defineJob({
  id: 'imports.run-imports',
  timeout: 6 * 3_600_000,
  attempts: 1,
  cron: '* * * * *',
  run: async (ctx, signal) => {
    await recoverRuns(ctx, connectorsOf(ctx));
    await runWaiting(ctx, signal);
  },
});

/** Returns how many runs it took. */
export async function runWaiting(ctx: Context, signal: AbortSignal): Promise<number> {
  let taken = 0;
  for (let id = await nextQueued(ctx, []), tried: string[] = []; id && !signal.aborted; id = await nextQueued(ctx, tried)) {
    tried = [...tried, id];
    const report = await runQueued(ctx, id, signal).catch((error: unknown) => {
      ctx.log.warn({ err: error, importId: id }, 'queued import');
      return null;
    });
    if (!report) continue;
    taken += 1;
    ctx.log.info({ importId: id, state: report.state, rows: report.rowsRead, failed: report.rowsFailed }, 'queued import ended');
  }
  return taken;
}

async function nextQueued(ctx: Context, tried: readonly string[]): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('import_run')
    .select('id')
    .where('state', '=', 'queued')
    .$if(tried.length > 0, (query) => query.where('id', 'not in', [...tried]))
    .orderBy('started_at')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}
