// Who manages a house at a moment. Two companies during a change: the one whose newer term has already begun.
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import type { ManagerView } from '../contract.ts';

export async function managerOf(ctx: Context, houseId: string, at: Date = ctx.clock.now()): Promise<ManagerView | null> {
  // The day by the house's own clock.
  const day = sql<string>`(${at}::timestamptz at time zone house.time_zone)::date`;
  const row = await ctx.db
    .selectFrom('management')
    .innerJoin('company', 'company.id', 'management.company_id')
    .innerJoin('house', 'house.id', 'management.house_id')
    .select(['management.id', 'management.company_id', 'management.valid_from', 'management.from_exact'])
    .select([
      'company.name',
      'company.short_name',
      'company.kind',
      'company.email',
      'company.phone',
      'company.dispatcher_phone',
      'company.inn',
    ])
    .where('management.house_id', '=', houseId)
    .where('management.valid_from', '<=', day)
    .where((eb) => eb.or([eb('management.valid_to', 'is', null), eb('management.valid_to', '>', day)]))
    .orderBy('management.valid_from', 'desc')
    .orderBy('management.from_exact', 'desc')
    .orderBy('management.id')
    .limit(1)
    .executeTakeFirst();
  return row ? toManager(row) : null;
}

type Row = {
  id: string;
  company_id: string;
  valid_from: string;
  from_exact: boolean;
  name: string;
  short_name: string;
  kind: ManagerView['kind'];
  email: string | null;
  phone: string | null;
  dispatcher_phone: string | null;
  inn: string | null;
};

function toManager(row: Row): ManagerView {
  return {
    companyId: row.company_id,
    name: row.name,
    shortName: row.short_name,
    kind: row.kind,
    since: row.valid_from,
    sinceExact: row.from_exact,
    contractId: row.id,
    email: row.email,
    phone: row.phone,
    dispatcherPhone: row.dispatcher_phone,
    inn: row.inn,
  };
}
