// Right after an import, and every ten minutes while registers move: the history gets what is new.
import { type Context, defineJob } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import { recordChanges as record } from '../commands/record-changes.server.ts';

/** A change older than this that no run has seen yet waits for the next one: it stands in the tables until it is taken. */
const LATELY_MS = 3 * 3_600_000;

export const recordChanges = defineJob({
  id: 'directory.record-changes',
  timeout: 600_000,
  attempts: 5,
  cron: '*/10 * * * *',
  run: async (ctx) => {
    if (!(await movedLately(ctx))) return;
    const changes = await ctx.write((w) => record(ctx, w));
    ctx.log.info({ changes }, 'changes recorded');
  },
});

async function movedLately(ctx: Context): Promise<boolean> {
  const since = new Date(ctx.clock.now().getTime() - LATELY_MS);
  const { rows } = await sql<{ moved: boolean }>`
    select exists (select from import_source where loaded_at >= ${since})
      or exists (select from house where updated_at >= ${since}) as moved`.execute(ctx.db);
  return rows[0]?.moved ?? false;
}
