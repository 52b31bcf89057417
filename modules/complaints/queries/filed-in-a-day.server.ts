// How many complaints came in the last day and night: the operators' figure of a region.
import type { Context } from '@zhkh/kernel/module.server';

export async function filedInADay(ctx: Context): Promise<{ perDay: number }> {
  const dayAgo = new Date(ctx.clock.now().getTime() - 86_400_000);
  const row = await ctx.db
    .selectFrom('complaint')
    .where('filed_at', '>=', dayAgo)
    .select((eb) => eb.fn.countAll<number>().as('perDay'))
    .executeTakeFirstOrThrow();
  return { perDay: row.perDay };
}
