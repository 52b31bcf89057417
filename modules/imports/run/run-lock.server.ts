// Advisory lock of a run, held as long as its process lives: a «running» run with a free lock was killed.
import { type BulkSql, openBulkSql } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';

export interface RunLock {
  release(): Promise<void>;
}

/** Null when somebody alive holds it. */
export async function lockRun(ctx: Context, importId: string): Promise<RunLock | null> {
  const sql: BulkSql = openBulkSql(ctx);
  try {
    const [row] = await sql<
      { got: boolean }[]
    >`select pg_try_advisory_lock(hashtextextended(${`imports.run ${importId}`}, 0)) as got`;
    if (row?.got) return { release: () => sql.end({ timeout: 2 }) };
  } catch (error) {
    await sql.end({ timeout: 0 });
    throw error;
  }
  await sql.end({ timeout: 2 });
  return null;
}
