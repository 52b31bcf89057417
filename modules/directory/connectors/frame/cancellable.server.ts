// Applying is a few long statements in one transaction: who cancels it ends the statement, and the transaction with it.
import type { Context, Write } from '@zhkh/platform/module.server';
import { sql } from 'kysely';
import { SourceError } from './source-error.ts';

export async function cancellable<T>(
  ctx: Context,
  w: Write,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (!signal) return work();
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(w.db);
  const end = () => void sql`select pg_cancel_backend(${rows[0]?.pid ?? 0}::int)`.execute(ctx.db).catch(() => undefined);
  signal.throwIfAborted();
  signal.addEventListener('abort', end, { once: true });
  try {
    return await work();
  } catch (error) {
    throw signal.aborted ? new SourceError('cancelled') : error;
  } finally {
    signal.removeEventListener('abort', end);
  }
}
