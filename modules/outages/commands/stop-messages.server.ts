// Stops every message to a subscriber («Не присылать больше»): without signing in, for all houses at once.
import type { Context } from '@zhkh/kernel/module.server';

export async function isKnownStop(ctx: Context, token: string): Promise<boolean> {
  const row = await ctx.db.selectFrom('outage_reader').select('account_id').where('stop_token', '=', token).executeTakeFirst();
  return row !== undefined;
}

export async function stopMessages(ctx: Context, token: string): Promise<void> {
  await ctx.write(async (w) => {
    const reader = await w.db
      .updateTable('outage_reader')
      .set({ by_mail: false, by_sms: false, updated_at: ctx.clock.now() })
      .where('stop_token', '=', token)
      .returning('account_id')
      .executeTakeFirst();
    if (!reader) return;
    await w.db.deleteFrom('outage_subscription').where('account_id', '=', reader.account_id).execute();
  });
}
