// The owner of a mail address says yes. The link works for two days and once; opening it changes nothing.
import type { Context } from '@zhkh/kernel/module.server';
import { hashOf } from './choose-ways.server.ts';

export async function isAsked(ctx: Context, token: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('outage_reader')
    .select('account_id')
    .where('confirm_hash', '=', hashOf(token))
    .where('confirm_until', '>', ctx.clock.now())
    .executeTakeFirst();
  return row !== undefined;
}

export async function confirmAddress(ctx: Context, token: string): Promise<boolean> {
  const now = ctx.clock.now();
  const rows = await ctx.write((w) =>
    w.db
      .updateTable('outage_reader')
      .set({ email_confirmed_at: now, confirm_hash: null, confirm_until: null, updated_at: now })
      .where('confirm_hash', '=', hashOf(token))
      .where('confirm_until', '>', now)
      .returning('account_id')
      .execute(),
  );
  return rows.length > 0;
}
