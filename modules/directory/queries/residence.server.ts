// The home of an account.
import type { Context } from '@zhkh/kernel/module.server';
import type { ResidenceView } from '../contract.ts';

export async function residence(ctx: Context, accountId: string): Promise<ResidenceView | null> {
  const row = await ctx.db
    .selectFrom('residence')
    .innerJoin('house', 'house.id', 'residence.house_id')
    .select([
      'residence.account_id',
      'residence.house_id',
      'residence.flat',
      'residence.since',
      'house.address',
      'house.city',
      'house.street',
      'house.number',
    ])
    .where('residence.account_id', '=', accountId)
    .where('residence.until', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const { account_id, house_id, since, ...rest } = row;
  return { accountId: account_id, houseId: house_id, since: since.toISOString(), ...rest };
}
