// What outages keep about a person: followed houses and ways of telling; erasure takes all of it.
import type { PersonalRecords } from '@zhkh/kernel/auth.server';
import type { Context } from '@zhkh/kernel/module.server';

export function subscriptionRecords(ctx: Context): PersonalRecords {
  return {
    name: 'outages',
    copy: async (accountId) => ({
      ways: await ctx.db
        .selectFrom('outage_reader')
        .select(['by_mail', 'by_sms', 'email', 'email_confirmed_at', 'created_at'])
        .where('account_id', '=', accountId)
        .execute(),
      houses: await ctx.db
        .selectFrom('outage_subscription')
        .select(['house_id', 'created_at'])
        .where('account_id', '=', accountId)
        .execute(),
    }),
    async forget(w, accountId) {
      await w.db.deleteFrom('outage_reader').where('account_id', '=', accountId).execute();
    },
  };
}
