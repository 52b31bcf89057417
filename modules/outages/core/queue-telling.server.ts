// Queues the telling of an outage's subscribers: one row a person and outage, however often it changes.
import type { Context, Write } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';

/** Corrections within so long become one message … */
export const GATHER_MS = 5 * 60_000;
/** … but a flood of them is gathered no longer than this. */
export const PATIENCE_MS = 3 * GATHER_MS;

export type Hurry = 'now' | 'gather';

/** Corrections wait a little, so that several become one message; beginnings and ends do not, and a first message still on its way is not held up. */
export async function queueTelling(ctx: Context, w: Write, outageId: string, hurry: Hurry): Promise<void> {
  const now = ctx.clock.now();
  const due = new Date(now.getTime() + (hurry === 'now' ? 0 : GATHER_MS));
  const patience = PATIENCE_MS / 1000;
  await sql`
    insert into outage_telling (outage_id, account_id, state, next_try_at, waiting_since)
    select distinct ${outageId}::uuid, subscription.account_id, 'waiting', ${due}::timestamptz, ${now}::timestamptz
    from outage_house touched join outage_subscription subscription on subscription.house_id = touched.house_id
    where touched.outage_id = ${outageId}
    on conflict (outage_id, account_id) do update set
      state = 'waiting', tries = 0, lease_until = null,
      next_try_at = case when outage_telling.told_state is null and outage_telling.state = 'waiting' then outage_telling.next_try_at
        else least(excluded.next_try_at, coalesce(outage_telling.waiting_since, excluded.waiting_since) + make_interval(secs => ${patience})) end,
      waiting_since = coalesce(outage_telling.waiting_since, excluded.waiting_since)`.execute(w.db);
  ctx.hint('outages.tell');
}
