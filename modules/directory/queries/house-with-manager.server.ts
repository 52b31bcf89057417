// A house and who manages it now, in one question: asked for every complaint.
import { fixedQuery } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import type { HouseView, ManagerView } from '../contract.ts';
import { isGuid } from '@zhkh/kernel/checks';
import { houseColumns, toHouseView } from './house-columns.server.ts';

export async function houseWithManager(
  ctx: Context,
  id: string,
): Promise<{ house: HouseView; manager: ManagerView | null } | null> {
  if (!isGuid(id)) return null;
  const [row] = await houseOn(ctx.db, { id, now: ctx.clock.now() });
  return row ? { house: toHouse(row), manager: toManager(row) } : null;
}

const houseOn = fixedQuery((db, { id, now }: { id: string; now: Date }) => {
  // The day by the house's own clock.
  const day = sql<string>`(${now}::timestamptz at time zone house.time_zone)::date`;
  return db
    .selectFrom('house')
    .leftJoin('management', (join) =>
      join
        .onRef('management.house_id', '=', 'house.id')
        .on('management.valid_from', '<=', day)
        .on((eb) => eb.or([eb('management.valid_to', 'is', null), eb('management.valid_to', '>', day)])),
    )
    .leftJoin('company', 'company.id', 'management.company_id')
    .select(houseColumns)
    .select([
      'management.id as contract_id',
      'management.valid_from',
      'management.from_exact',
      'company.id as company_id',
      'company.name as company_name',
      'company.short_name',
      'company.kind',
      'company.email',
      'company.phone',
      'company.dispatcher_phone',
      'company.inn',
    ])
    .where('house.id', '=', id)
    .orderBy('management.valid_from', (order) => order.desc().nullsLast())
    .orderBy('management.from_exact', (order) => order.desc().nullsLast())
    .orderBy('management.id')
    .limit(1);
});

type Joined = Parameters<typeof toHouseView>[0] & {
  contract_id: string | null;
  valid_from: string | null;
  from_exact: boolean | null;
  company_id: string | null;
  company_name: string | null;
  short_name: string | null;
  kind: ManagerView['kind'] | null;
  email: string | null;
  phone: string | null;
  dispatcher_phone: string | null;
  inn: string | null;
};

function toHouse({
  id,
  address,
  city,
  street,
  number,
  oktmo,
  time_zone,
  lat,
  lon,
  flats,
  status,
  management_mode,
}: Joined): HouseView {
  return toHouseView({ id, address, city, street, number, oktmo, time_zone, lat, lon, flats, status, management_mode });
}

function toManager(row: Joined): ManagerView | null {
  if (row.contract_id === null || row.company_id === null || row.kind === null) return null;
  return {
    companyId: row.company_id,
    name: row.company_name ?? '',
    shortName: row.short_name ?? '',
    kind: row.kind,
    since: row.valid_from ?? '',
    sinceExact: row.from_exact ?? false,
    contractId: row.contract_id,
    email: row.email,
    phone: row.phone,
    dispatcherPhone: row.dispatcher_phone,
    inn: row.inn,
  };
}
