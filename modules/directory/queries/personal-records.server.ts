// What the directory keeps about a person: the homes bound to the account, now and before.
import type { PersonalRecords } from '@zhkh/kernel/auth.server';
import type { Context } from '@zhkh/kernel/module.server';

export function residenceRecords(ctx: Context): PersonalRecords {
  return {
    name: 'residence',
    copy: (accountId) =>
      ctx.db
        .selectFrom('residence')
        .innerJoin('house', 'house.id', 'residence.house_id')
        .select(['house.address', 'residence.flat', 'residence.since', 'residence.until'])
        .where('residence.account_id', '=', accountId)
        .orderBy('residence.since')
        .execute(),
    async forget(w, accountId) {
      await w.db.deleteFrom('residence').where('account_id', '=', accountId).execute();
    },
  };
}
