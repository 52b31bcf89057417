// The exchange with ГИС ЖКХ in the worker: every night everything, every few minutes what was ordered or is still under way.
import { isAppError } from '@zhkh/kernel/errors';
import { defineJob, type JobContext } from '@zhkh/kernel/module.server';
import { CONNECTION } from '../connectors/gis-exchange/connection.server.ts';
import { operations } from '../connectors/gis-exchange/operations/index.server.ts';
import { runExchange } from '../connectors/gis-exchange/run-exchange.server.ts';
import type { DirectorySettings } from '../settings.ts';

const HOURS_6 = 6 * 3_600_000;

export const nightlyExchange = defineJob({
  id: 'directory.nightly-exchange',
  timeout: HOURS_6,
  attempts: 1,
  cron: '15 2 * * *',
  run: async (ctx, signal) => {
    const { exchangeOn } = await ctx.settings<DirectorySettings>('directory');
    if (exchangeOn)
      await runAll(
        ctx,
        operations.map((one) => one.id),
        signal,
      );
  },
});

export const exchange = defineJob({
  id: 'directory.exchange',
  timeout: HOURS_6,
  attempts: 1,
  cron: '*/5 * * * *',
  run: async (ctx, signal) => {
    await runWanted(ctx, signal);
  },
});

/** Returns the operations it ran. */
export async function runWanted(ctx: JobContext, signal?: AbortSignal): Promise<string[]> {
  if (!ctx.connection(CONNECTION)) return [];
  const ordered = await ctx.db.selectFrom('exchange_order').select('operation').execute();
  const open = await ctx.db
    .selectFrom('exchange_request')
    .select('operation')
    .distinct()
    .where('state', 'in', ['planned', 'asked'])
    .execute();
  const wanted = new Set([...ordered, ...open].map((row) => row.operation));
  const ids = operations.map((one) => one.id).filter((id) => wanted.has(id));
  await runAll(ctx, ids, signal);
  return ids;
}

async function runAll(ctx: JobContext, ids: readonly string[], signal?: AbortSignal): Promise<void> {
  if (!ctx.connection(CONNECTION)) return;
  for (const operation of ids) {
    if (signal?.aborted) return;
    await ctx.write(async (w) => {
      await w.db.deleteFrom('exchange_order').where('operation', '=', operation).execute();
    });
    try {
      const report = await runExchange(ctx, { operation, ...(signal && { signal }) });
      ctx.log.info({ ...report, import: report.import?.state ?? null }, 'exchange');
    } catch (error) {
      ctx.log.warn({ operation, reason: isAppError(error) ? error.code : (error as Error).message }, 'exchange');
    }
  }
}
