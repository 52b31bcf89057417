// Ends runs that will never end by themselves: killed ones and dry runs nobody applied.
import type { Context } from '@zhkh/kernel/module.server';
import { emptyStaging } from './apply-staged.server.ts';
import type { Connector } from '../connector.ts';
import { lockRun } from './run-lock.server.ts';

/** Facts are applied in one transaction with the run's end, so a killed run changed nothing or is done. */
export async function recoverRuns(ctx: Context, connectors: readonly Connector[]): Promise<number> {
  const now = ctx.clock.now();
  const open = await ctx.db
    .selectFrom('import_run')
    .select(['id', 'connector', 'state'])
    .where((eb) => eb.or([eb('state', '=', 'running'), eb.and([eb('state', '=', 'staged'), eb('expires_at', '<', now)])]))
    .execute();
  let ended = 0;
  for (const run of open) {
    const lock = await lockRun(ctx, run.id);
    if (!lock) continue;
    try {
      const known = connectors.filter((one) => one.id === run.connector);
      // A mapping profile's connector is not among them; its rows are staged where another's are.
      await endOne(ctx, run, known.length > 0 ? known : connectors);
      ended += 1;
    } finally {
      await lock.release();
    }
  }
  return ended;
}

async function endOne(ctx: Context, run: { id: string; state: string }, connectors: readonly Connector[]): Promise<void> {
  await ctx.write(async (w) => {
    for (const connector of connectors) await emptyStaging(w, connector, run.id);
    await w.db
      .updateTable('import_run')
      .set(
        run.state === 'staged'
          ? { state: 'expired' }
          : { state: 'failed', error: 'abandoned', finished_at: ctx.clock.now(), phase: null },
      )
      .where('id', '=', run.id)
      .where('state', 'in', ['running', 'staged'])
      .execute();
  });
}
