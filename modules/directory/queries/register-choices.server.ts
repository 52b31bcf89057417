// What the filters of the registers offer: settlements, municipalities, companies, ways of saving for capital repair.
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';

export function citiesOf(ctx: Context): Promise<{ city: string }[]> {
  return ctx.db
    .selectFrom('house_street')
    .select('city')
    .groupBy('city')
    .orderBy(sql`max(city_houses) desc`)
    .orderBy('city')
    .limit(300)
    .execute();
}

export function companiesOf(ctx: Context): Promise<{ id: string; short_name: string }[]> {
  return ctx.db.selectFrom('company').select(['id', 'short_name']).orderBy('short_name').limit(1000).execute();
}

export async function repairWaysOf(ctx: Context): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('capital_repair_house')
    .select('collecting_way')
    .where('collecting_way', 'is not', null)
    .where('ended_on', 'is', null)
    .groupBy('collecting_way')
    .orderBy('collecting_way')
    .limit(20)
    .execute();
  return rows.flatMap((row) => row.collecting_way ?? []);
}
