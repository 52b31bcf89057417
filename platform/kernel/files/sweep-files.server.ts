// Clears what belongs to nothing for a day: uploads of forms never sent, bytes whose row was never written.
import type { Context } from '../module/context.server.ts';
import { defineJob } from '../module/define-module.server.ts';
import '../db/tables/files.server.ts';

const DAY = 24 * 60 * 60 * 1000;

export const sweepFilesJob = defineJob({
  id: 'platform.sweep-files',
  timeout: 10 * 60 * 1000,
  attempts: 3,
  cron: '40 3 * * *',
  run: (ctx, signal) => sweepFiles(ctx, signal),
});

async function sweepFiles(ctx: Context, signal: AbortSignal): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - DAY);
  const orphans = await ctx.db
    .selectFrom('file')
    .select('id')
    .where('attached_type', 'is', null)
    .where('created_at', '<', before)
    .limit(5000)
    .execute();
  for (const { id } of orphans) {
    if (signal.aborted) return;
    await ctx.files.remove(id);
  }
  const lost = await ctx.files.sweepLost(before, signal);
  if (orphans.length + lost > 0) ctx.log.info({ orphans: orphans.length, lost }, 'files swept');
}
