// Companies by id, with the number of houses they manage today.
import type { Context } from '@zhkh/kernel/module.server';
import type { CompanyView } from '../contract.ts';
import { isGuid } from '@zhkh/kernel/checks';

export async function company(ctx: Context, id: string): Promise<CompanyView | null> {
  return (await companiesByIds(ctx, [id])).get(id) ?? null;
}

export async function companiesByIds(ctx: Context, ids: readonly string[]): Promise<Map<string, CompanyView>> {
  const known = [...new Set(ids)].filter(isGuid);
  if (known.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('company')
    .select([
      'id',
      'name',
      'short_name as shortName',
      'kind',
      'ogrn',
      'inn',
      'kpp',
      'email',
      'phone',
      'dispatcher_phone as dispatcherPhone',
      'site',
      'address',
    ])
    .select((eb) =>
      eb
        .selectFrom('house')
        .whereRef('house.company_id', '=', 'company.id')
        .select(eb.fn.countAll<number>().as('count'))
        .as('houses'),
    )
    .where('id', 'in', known)
    .execute();
  return new Map(rows.map((row) => [row.id, { ...row, houses: row.houses ?? 0 }]));
}
