// The card on a resident's home page: outages of the home, and the way to be told of them.
import { directory } from '@zhkh/directory';
import type { Context } from '@zhkh/kernel/module.server';
import { type HouseOutages, houseOutages } from './house-outages.server.ts';

export async function residentCard(ctx: Context): Promise<HouseOutages | null> {
  if (ctx.actor.kind !== 'resident' || !ctx.actor.consented) return null;
  const home = await ctx.service(directory).residence(ctx.actor.accountId);
  return home ? houseOutages(ctx, home.houseId) : null;
}
