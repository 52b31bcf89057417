// Cancels the running statement of a transaction, and so the transaction, when a signal is aborted.
import { openBulkSql } from '@zhkh/kernel/db.server';
import type { Context, Write } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import { SourceError } from '../read/source/source-error.ts';

export async function cancellable<T>(
  ctx: Context,
  w: Write,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (!signal) return work();
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(w.db);
  const end = () => void endStatement(ctx, rows[0]?.pid ?? 0).catch(() => undefined);
  if (signal.aborted) throw new SourceError('cancelled');
  signal.addEventListener('abort', end, { once: true });
  try {
    return await work();
  } catch (error) {
    throw signal.aborted ? new SourceError('cancelled') : error;
  } finally {
    signal.removeEventListener('abort', end);
  }
}

/** On a connection of its own: the pool may be busy with the very statement. */
async function endStatement(ctx: Context, pid: number): Promise<void> {
  const bulk = openBulkSql(ctx);
  try {
    await bulk`select pg_cancel_backend(${pid})`;
  } finally {
    await bulk.end({ timeout: 2 });
  }
}
