// Event deliveries as work: a handler runs in the transaction that marks its row done, so once.
import { sql } from 'kysely';
import type { Context, Write } from '../module/context.server.ts';
import type { Registry } from '../module/registry.server.ts';
import { defineWork } from '../work/define-work.server.ts';
import { doubling } from '../work/retry-plan.ts';
import type { RowOf, Work } from '../work/work-types.ts';
import '../db/tables/kernel.server.ts';

type EventRow = RowOf<'event_delivery'>;

export const EVENT_RETRY = doubling(8, 5000, 3_600_000);
/** A worker that died with a row gives it back after this. */
export const EVENT_LEASE_MS = 12_000;
/** A module that is off keeps its events: they wait, no try is counted. */
const OFF_MS = 600_000;

export function eventDeliveries(registry: Registry): Work<EventRow> {
  return defineWork<'event_delivery'>({
    id: 'platform.drain',
    title: 'platform:works.events',
    table: 'event_delivery',
    hold: 'transaction',
    subject: sql<string>`event || ' → ' || handler`,
    retry: EVENT_RETRY,
    lease: EVENT_LEASE_MS,
    ended: 'done_at',
    putOff: (ctx, row) => {
      const owner = registry.handler(row.handler)?.module;
      return owner !== undefined && !ctx.modules.has(owner) ? OFF_MS : null;
    },
    run: (ctx, w, rows) => handle(registry, ctx, w, rows),
  });
}

async function handle(registry: Registry, ctx: Context, w: Write, rows: readonly EventRow[]): Promise<void> {
  for (const row of rows) {
    const known = registry.handler(row.handler);
    if (!known) throw new Error(`no module here has the handler ${row.handler}`);
    await known.handler.run(ctx, w, known.handler.event.schema.parse(row.payload));
  }
}
