// Houses a company manages today, street by street.
import type { Context } from '@zhkh/kernel/module.server';
import type { HouseView } from '../contract.ts';
import { houseColumns, toHouseView } from './house-columns.server.ts';

export async function housesOfCompany(ctx: Context, companyId: string): Promise<HouseView[]> {
  const rows = await ctx.db
    .selectFrom('house')
    .select(houseColumns)
    .where('company_id', '=', companyId)
    .where('status', '<>', 'demolished')
    .orderBy('city')
    .orderBy('street')
    .orderBy('number_key')
    .orderBy('id')
    .limit(20_000)
    .execute();
  return rows.map(toHouseView);
}
