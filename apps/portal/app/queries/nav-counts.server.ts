// Counters beside the sections of a cabinet, from the modules' slot `nav.counts`.
import type { Context } from '@zhkh/kernel/module.server';

type Counts = Record<string, { count: number; late?: number }>;

export async function loadCounts(ctx: Context): Promise<Counts> {
  const loaded = await ctx.slots('nav.counts', {});
  return Object.assign({}, ...loaded.map((one) => one.data as Counts));
}
