// Numbers beside «Отключения» in a cabinet: what is off now, red while an end is past and nobody has said what happened.
import type { Context } from '@zhkh/kernel/module.server';
import { countsOf } from './outage-list.server.ts';

export async function navCounts(ctx: Context): Promise<Record<string, { count: number; late?: number }> | null> {
  if (ctx.actor.kind !== 'staff') return null;
  const { now, overdue } = await countsOf(ctx);
  return { [`/${ctx.actor.organisation.kind}/outages`]: { count: now, late: overdue } };
}
