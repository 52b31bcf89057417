// An operator wants an operation of the exchange asked now; the worker does it.
import { invalid, unavailable } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';
import { CONNECTION } from '../connectors/gis-exchange/connection.server.ts';
import { operationById } from '../connectors/gis-exchange/operations/index.server.ts';

export async function orderExchange(ctx: Context, operation: string): Promise<void> {
  if (!operationById(operation)) throw invalid('directory.unknown-operation', { params: { operation } });
  if (!ctx.connected(CONNECTION)) throw unavailable('directory.exchange-off');
  const order = { ordered_at: ctx.clock.now(), ordered_by: 'accountId' in ctx.actor ? ctx.actor.accountId : null };
  await ctx.write(async (w) => {
    await w.db
      .insertInto('exchange_order')
      .values({ operation, ...order })
      .onConflict((on) => on.column('operation').doUpdateSet(order))
      .execute();
    await w.audit('directory.exchange', { type: 'exchange', id: operation });
  });
  ctx.hint('directory.exchange');
}
