// Applies a dry run, cancels an import, begins one anew from its kept file.
import { conflict, notFound } from '@zhkh/kernel/errors';
import { newId } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import { emptyStaging } from '../run/apply-staged.server.ts';
import { connectorsOf } from '../run/sources-of.server.ts';
import { insertQueued } from './queue-import.server.ts';

const RUN_IMPORTS = 'imports.run-imports';

async function runOf(ctx: Context, importId: string) {
  const run = await ctx.db.selectFrom('import_run').selectAll().where('id', '=', importId).executeTakeFirst();
  if (!run) throw notFound('imports.no-import');
  return run;
}

/** A dry run goes into the queue again, its rows are already staged. */
export async function queueApply(ctx: Context, importId: string): Promise<void> {
  const queued = await ctx.write((w) =>
    w.db
      .updateTable('import_run')
      .set({ state: 'queued', mode: 'apply', finished_at: null })
      .where('id', '=', importId)
      .where('state', '=', 'staged')
      .where('expires_at', '>', ctx.clock.now())
      .returning('id')
      .executeTakeFirst(),
  );
  if (!queued) throw conflict('imports.not-staged');
  ctx.hint(RUN_IMPORTS);
}

/** What runs ends within a second or two; what waits ends at once. Cancelling what has ended is no mistake. */
export async function cancelImport(ctx: Context, importId: string): Promise<void> {
  const run = await runOf(ctx, importId);
  const now = ctx.clock.now();
  await ctx.write(async (w) => {
    const ended = await w.db
      .updateTable('import_run')
      .set({ state: 'failed', error: 'cancelled', finished_at: now })
      .where('id', '=', importId)
      .where('state', 'in', ['queued', 'staged'])
      .returning('id')
      .executeTakeFirst();
    if (ended) for (const connector of staged(ctx, run.connector)) await emptyStaging(w, connector, importId);
    else
      await w.db
        .updateTable('import_run')
        .set({ cancel_at: now })
        .where('id', '=', importId)
        .where('state', '=', 'running')
        .execute();
  });
}

/** A mapping profile's connector is not among them; its rows are staged where another's are. */
function staged(ctx: Context, id: string) {
  const all = connectorsOf(ctx);
  const known = all.filter((one) => one.id === id);
  return known.length > 0 ? known : all;
}

/** A new run over the same kept file. Returns its id. */
export async function restartImport(ctx: Context, importId: string): Promise<string> {
  const run = await runOf(ctx, importId);
  if (!run.file_id || !run.file_sha256) throw conflict('imports.file-gone');
  if (run.state === 'queued' || run.state === 'running') throw conflict('imports.import-busy');
  const id = newId();
  await insertQueued(ctx, {
    id,
    file: { id: run.file_id, bytes: run.file_bytes ?? 0, sha256: run.file_sha256 },
    connector: run.connector,
    mode: run.mode === 'check' ? 'check' : 'load',
    fileName: run.file_name,
  });
  ctx.hint(RUN_IMPORTS);
  return id;
}
