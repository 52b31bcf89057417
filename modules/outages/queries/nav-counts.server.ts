// Counts beside «Отключения» of a cabinet: what is off now, and how much of it is past its end.
import type { Context } from '@zhkh/kernel/module.server';
import type { NavCounts } from '@zhkh/ui/app-slots';
import { countsOf } from './outage-list.server.ts';

export async function navCounts(ctx: Context): Promise<NavCounts | null> {
  if (ctx.actor.kind !== 'staff') return null;
  const { now, overdue } = await countsOf(ctx);
  return { [`/${ctx.actor.organisation.kind}/outages`]: { count: now, late: overdue } };
}
