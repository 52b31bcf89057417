// Clears away events that were delivered or discarded long ago.
import type { Context } from '../module/context.server.ts';

export async function clearDelivered(ctx: Context, before: Date): Promise<void> {
  await ctx.db.deleteFrom('event_delivery').where('state', 'in', ['done', 'discarded']).where('done_at', '<', before).execute();
}
