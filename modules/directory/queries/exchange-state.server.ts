// Where the exchange with ГИС ЖКХ stands: an operation a row, with its last import and what is still under way.
import { imports } from '@zhkh/imports';
import type { Context } from '@zhkh/kernel/module.server';
import { CONNECTION } from '../connectors/gis-exchange/connection.server.ts';
import { connectorIdOf } from '../connectors/gis-exchange/exchange-connector.server.ts';
import { operations } from '../connectors/gis-exchange/operations/index.server.ts';

export interface ExchangeRow {
  operation: string;
  connector: string;
  /** As the WSDL calls it. */
  action: string;
  ordered: boolean;
  waiting: number;
  failed: number;
  lastAnswer: string | null;
  importId: string | null;
  importState: string | null;
}

export async function exchangeState(ctx: Context): Promise<{ connected: boolean; rows: ExchangeRow[] }> {
  const [sums, orders, runs] = await Promise.all([
    ctx.db
      .selectFrom('exchange_request')
      .select((eb) => [
        'operation',
        eb.fn.countAll<number>().filterWhere('state', 'in', ['planned', 'asked']).as('waiting'),
        eb.fn.countAll<number>().filterWhere('state', '=', 'failed').as('failed'),
        eb.fn.max('answered_at').as('last'),
      ])
      .groupBy('operation')
      .execute(),
    ctx.db.selectFrom('exchange_order').select('operation').execute(),
    ctx.service(imports).lastRuns(operations.map(connectorIdOf)),
  ]);
  const rows = operations.map((one) => {
    const sum = sums.find((row) => row.operation === one.id);
    const run = runs.find((row) => row.connector === connectorIdOf(one));
    return {
      operation: one.id,
      connector: connectorIdOf(one),
      action: one.action,
      ordered: orders.some((row) => row.operation === one.id),
      waiting: Number(sum?.waiting ?? 0),
      failed: Number(sum?.failed ?? 0),
      lastAnswer: sum?.last?.toISOString() ?? null,
      importId: run?.id ?? null,
      importState: run?.state ?? null,
    };
  });
  return { connected: ctx.connected(CONNECTION), rows };
}
