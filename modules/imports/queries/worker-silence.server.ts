// Tells since when the worker has not come by for imports.
import type { Context } from '@zhkh/kernel/module.server';

const SILENT_MS = 180_000;

/** Since when nothing was heard of it; null = it lives. */
export async function workerSilence(ctx: Context): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('job_run')
    .select((eb) => eb.fn.max('started_at').as('at'))
    .where('job', '=', 'imports.run-imports')
    .executeTakeFirst();
  const at = row?.at ? new Date(row.at) : null;
  const now = ctx.clock.now().getTime();
  if (at && now - at.getTime() < SILENT_MS) return null;
  return (at ?? new Date(now - SILENT_MS)).toISOString();
}
