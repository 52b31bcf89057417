// Takes due messages for this worker under a lease. Database time serves the lease only; whether a message is due is the clock's.
import { type Selectable, sql } from 'kysely';
import type { Context } from '../module/context.server.ts';
import type { OutgoingMessageTable } from '../db/tables/notify.server.ts';

export type ClaimedMessage = Selectable<OutgoingMessageTable>;

export const LEASE_SECONDS = 90;

/** A lease that ran out means a worker died in between: whether the message left is unknown, so it counts as a doubt. */
export async function claimMessages(
  ctx: Pick<Context, 'db' | 'clock'>,
  channels: readonly ('mail' | 'sms')[],
  limit: number,
): Promise<ClaimedMessage[]> {
  if (channels.length === 0) return [];
  const now = ctx.clock.now();
  const lease = sql<Date>`clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})`;
  const due = ctx.db
    .selectFrom('outgoing_message')
    .select('id')
    .where('channel', 'in', [...channels])
    .where((eb) =>
      eb.or([
        eb.and([eb('state', 'in', ['queued', 'retry', 'in_doubt']), eb('next_try_at', '<=', now)]),
        eb.and([eb('state', '=', 'sending'), eb('lease_until', '<', sql<Date>`clock_timestamp()`)]),
      ]),
    )
    .orderBy('next_try_at')
    .limit(limit)
    .forUpdate()
    .skipLocked();
  return ctx.db
    .updateTable('outgoing_message')
    .set((eb) => ({
      doubts: eb
        .case()
        .when('state', '=', 'sending')
        .then(eb('doubts', '+', 1))
        .else(eb.ref('doubts'))
        .end(),
      state: 'sending',
      tries: eb('tries', '+', 1),
      lease_until: lease,
    }))
    .where('id', 'in', due)
    .returningAll()
    .execute();
}
