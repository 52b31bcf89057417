// Counters beside the sections of a cabinet, from every module that is on.
import type { Context } from '@zhkh/kernel/module.server';
import { type NavCounts, navigationCounts } from '@zhkh/ui/app-slots';

export async function loadCounts(ctx: Context): Promise<NavCounts> {
  const loaded = await ctx.slots(navigationCounts, {});
  return Object.assign({}, ...loaded.map((one) => one.data));
}
