// The last run of each source asked for, whatever became of it.
import type { Context } from '@zhkh/kernel/module.server';

export function lastRuns(
  ctx: Context,
  connectors: readonly string[],
): Promise<{ connector: string; id: string; state: string }[]> {
  return ctx.db
    .selectFrom('import_run')
    .select(['connector', 'id', 'state'])
    .distinctOn('connector')
    .where('connector', 'in', [...connectors])
    .orderBy('connector')
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}
