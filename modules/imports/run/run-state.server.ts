// Changes the state of a run others see: its phase, taking it from the queue and giving it back, cancelling.
import type { Context } from '@zhkh/kernel/module.server';

export type Phase = 'reading' | 'checking' | 'applying';

export async function tellPhase(ctx: Context, id: string, phase: Phase): Promise<void> {
  await ctx.write(async (w) => {
    await w.db.updateTable('import_run').set({ phase }).where('id', '=', id).execute();
  });
}

/** False when somebody else took it or it was cancelled. */
export async function takeQueued(ctx: Context, id: string, startedAt: Date): Promise<boolean> {
  const taken = await ctx.write((w) =>
    w.db
      .updateTable('import_run')
      .set({ state: 'running', started_at: startedAt, phase: null, cancel_at: null })
      .where('id', '=', id)
      .where('state', '=', 'queued')
      .returning('id')
      .executeTakeFirst(),
  );
  return taken !== undefined;
}

/** The worker was told to stop: the next one begins anew. */
export async function giveBack(ctx: Context, id: string): Promise<void> {
  await ctx.write(async (w) => {
    await w.db.deleteFrom('import_failed_row').where('import_id', '=', id).execute();
    await w.db
      .updateTable('import_run')
      .set({
        state: 'queued',
        phase: null,
        error: null,
        finished_at: null,
        bytes_read: 0,
        rows_read: 0,
        rows_staged: 0,
        rows_failed: 0,
      })
      .where('id', '=', id)
      .where('mode', '<>', 'apply')
      .where('file_id', 'is not', null)
      .execute();
  });
}

const LOOK_MS = 1000;

/** A signal that is aborted when somebody wishes to cancel the run, or `outer` is. */
export function cancelSignal(ctx: Context, id: string, outer: AbortSignal): { signal: AbortSignal; end(): void } {
  const wish = new AbortController();
  const look = async () => {
    const row = await ctx.db.selectFrom('import_run').select('cancel_at').where('id', '=', id).executeTakeFirst();
    if (row?.cancel_at) wish.abort();
  };
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_MS);
  return { signal: AbortSignal.any([wish.signal, outer]), end: () => clearInterval(timer) };
}
