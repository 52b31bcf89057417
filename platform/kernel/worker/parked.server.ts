// What operators do with events that ran out of tries: look, send again, give up. Also clears away what was delivered long ago.
import { notFound } from '../errors/index.ts';
import type { Context } from '../module/context.server.ts';

export interface ParkedEvent {
  id: string;
  event: string;
  handler: string;
  tries: number;
  reason: string | null;
  at: Date;
}

export async function parkedEvents(ctx: Context, page = 1, size = 50): Promise<ParkedEvent[]> {
  const rows = await ctx.db
    .selectFrom('event_delivery')
    .select(['id', 'event', 'handler', 'tries', 'last_error as reason', 'next_try_at as at'])
    .where('state', '=', 'parked')
    .orderBy('created_at', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return rows;
}

async function move(ctx: Context, id: string, to: 'waiting' | 'discarded', action: string): Promise<void> {
  const now = ctx.clock.now();
  const change = to === 'waiting' ? { state: to, tries: 0, next_try_at: now } : { state: to, done_at: now };
  await ctx.write(async (w) => {
    const done = await w.db
      .updateTable('event_delivery')
      .set(change)
      .where('id', '=', id)
      .where('state', '=', 'parked')
      .executeTakeFirst();
    if (done.numUpdatedRows === 0n) throw notFound();
    await w.audit(action, { type: 'event', id });
  });
  if (to === 'waiting') ctx.hint('platform.drain');
}

export const retryEvent = (ctx: Context, id: string) => move(ctx, id, 'waiting', 'event.retried');
export const discardEvent = (ctx: Context, id: string) => move(ctx, id, 'discarded', 'event.discarded');

export async function clearDelivered(ctx: Context, before: Date): Promise<void> {
  await ctx.db.deleteFrom('event_delivery').where('state', 'in', ['done', 'discarded']).where('done_at', '<', before).execute();
}
