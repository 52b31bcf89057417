// How many complaints are open in a house: a public number without anything about who filed them.
import type { Context } from '@zhkh/kernel/module.server';
import { sets } from '../domain/status.ts';

export async function houseOpenCount(ctx: Context, houseId: string): Promise<{ open: number; closedInYear: number }> {
  const yearAgo = new Date(ctx.clock.now().getTime() - 365 * 86_400_000);
  const row = await ctx.db
    .selectFrom('complaint')
    .where('house_id', '=', houseId)
    .where('filed_at', '>=', yearAgo)
    .select((eb) => [
      eb.fn
        .countAll<number>()
        .filterWhere('status', 'in', [...sets.open])
        .as('open'),
      eb.fn
        .countAll<number>()
        .filterWhere('status', 'in', [...sets.solved])
        .as('closedInYear'),
    ])
    .executeTakeFirstOrThrow();
  return row;
}
