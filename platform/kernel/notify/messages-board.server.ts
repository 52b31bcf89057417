// What operators see of messages that did not go, and the two things they can do about one.
import { sql } from 'kysely';
import { notFound } from '../errors/index.ts';
import type { Context, Write } from '../module/context.server.ts';
import type { MessageState } from '../db/tables/notify.server.ts';
import '../db/tables/notify.server.ts';

/** No text and no recipient: operators see that something is stuck, not what it says. */
export interface ParkedMessage {
  id: string;
  channel: 'mail' | 'sms';
  purpose: string;
  tries: number;
  doubts: number;
  lastError: string | null;
  createdAt: Date;
}

export function parkedMessages(ctx: Pick<Context, 'db'>, page = 1, size = 50): Promise<ParkedMessage[]> {
  return ctx.db
    .selectFrom('outgoing_message')
    .select(['id', 'channel', 'purpose', 'tries', 'doubts', 'last_error as lastError', 'created_at as createdAt'])
    .where('state', '=', 'parked')
    .orderBy('created_at', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
}

export async function messageCounts(ctx: Pick<Context, 'db'>): Promise<Record<MessageState, number>> {
  const rows = await ctx.db
    .selectFrom('outgoing_message')
    .select(['state', sql<number>`count(*)::int`.as('count')])
    .groupBy('state')
    .execute();
  const none: Record<MessageState, number> = { queued: 0, sending: 0, sent: 0, retry: 0, in_doubt: 0, parked: 0, discarded: 0 };
  return Object.assign(none, Object.fromEntries(rows.map((row) => [row.state, row.count])));
}

export async function retryMessage(ctx: Pick<Context, 'clock'>, w: Pick<Write, 'db'>, id: string): Promise<void> {
  await leaveParking(w, id, { state: 'retry', tries: 0, next_try_at: ctx.clock.now() });
}

export async function discardMessage(w: Pick<Write, 'db'>, id: string): Promise<void> {
  await leaveParking(w, id, { state: 'discarded' });
}

async function leaveParking(
  w: Pick<Write, 'db'>,
  id: string,
  change: { state: 'retry' | 'discarded'; tries?: number; next_try_at?: Date },
): Promise<void> {
  const done = await w.db
    .updateTable('outgoing_message')
    .set(change)
    .where('id', '=', id)
    .where('state', '=', 'parked')
    .returning('id')
    .executeTakeFirst();
  if (!done) throw notFound();
}
