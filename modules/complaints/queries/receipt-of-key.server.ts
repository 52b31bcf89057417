// Whether the form with this key became a complaint already: an edited form then needs a new key.
import type { Context } from '@zhkh/platform/module.server';

export async function keyIsUsed(ctx: Context, key: string): Promise<boolean> {
  if (ctx.actor.kind !== 'resident') return false;
  const row = await ctx.db
    .selectFrom('complaint')
    .select('id')
    .where('author_id', '=', ctx.actor.accountId)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  return row !== undefined;
}
