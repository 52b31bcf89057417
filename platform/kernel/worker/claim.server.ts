// Takes due rows for this worker. The try is counted before the handler runs, so a handler that kills the process counts too.
import { sql } from 'kysely';
import type { TenantDb } from '../module/context.server.ts';
import { LEASE_MS, MAX_TRIES } from './event-retry-plan.ts';

export interface ClaimedRow {
  id: string;
  event: string;
  handler: string;
  payload: unknown;
  tries: number;
}

/** Rows that were tried before come alone at the end of the batch: they must not spoil fresh ones. */
export async function claimDue(db: TenantDb, now: Date, limit: number): Promise<ClaimedRow[]> {
  const lease = new Date(now.getTime() + LEASE_MS);
  const due = db
    .selectFrom('event_delivery')
    .select('id')
    .where('state', '=', 'waiting')
    .where('next_try_at', '<=', now)
    .where('tries', '<', MAX_TRIES)
    .orderBy('next_try_at')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked();
  const rows = await db
    .updateTable('event_delivery')
    .set({ tries: sql<number>`tries + 1`, next_try_at: lease })
    .where('id', 'in', due)
    .returning(['id', 'event', 'handler', 'payload', 'tries'])
    .execute();
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Rows whose last allowed try ended with the worker: nobody wrote a reason, so this one is written. */
export async function parkAbandoned(db: TenantDb, now: Date): Promise<number> {
  const done = await db
    .updateTable('event_delivery')
    .set({ state: 'parked', last_error: sql<string>`coalesce(last_error, 'the worker died while it ran')` })
    .where('state', '=', 'waiting')
    .where('next_try_at', '<=', now)
    .where('tries', '>=', MAX_TRIES)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}
