// The complaint a form's key has become: an edited form needs a new key, an old address leads to the receipt.
import type { Context } from '@zhkh/kernel/module.server';

export async function complaintOfKey(ctx: Context, key: string): Promise<string | null> {
  if (ctx.actor.kind !== 'resident') return null;
  const row = await ctx.db
    .selectFrom('complaint')
    .select('id')
    .where('author_id', '=', ctx.actor.accountId)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  return row?.id ?? null;
}
