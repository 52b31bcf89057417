// The authority's register of houses: filters, sorting, a page of it, or all of it for export.
import { whereAllowed } from '@zhkh/platform/auth.server';
import type { Context } from '@zhkh/platform/module.server';
import { sql } from 'kysely';
import { readQuery } from '../domain/address-query.ts';
import type { RegisterQuery } from '../domain/schemas.ts';
import { isoDateIn } from '../domain/season.ts';
import { escape } from './houses-by-words.server.ts';

export const REGISTER_PAGE = 50;
export const EXPORT_LIMIT = 200_000;

export interface RegisterRow {
  id: string;
  address: string;
  city: string;
  street: string;
  number: string;
  company_id: string | null;
  company: string | null;
  total_area: number | null;
  flats: number | null;
  status: string;
  has_point: boolean;
  changing: boolean;
}

const COLUMNS = {
  address: 'house.search_text',
  company: 'company.short_name',
  area: 'house.total_area',
  flats: 'house.flats',
} as const;

export async function houseRegister(ctx: Context, query: RegisterQuery): Promise<{ rows: RegisterRow[]; total: number }> {
  const base = filtered(ctx, query);
  const [rows, count] = await Promise.all([
    sorted(ctx, base, query)
      .limit(REGISTER_PAGE)
      .offset((query.page - 1) * REGISTER_PAGE)
      .execute(),
    base.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ]);
  return { rows, total: count.count };
}

export function houseRegisterRows(ctx: Context, query: RegisterQuery): Promise<RegisterRow[]> {
  return sorted(ctx, filtered(ctx, query), query).limit(EXPORT_LIMIT).execute();
}

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

function filtered(ctx: Context, query: RegisterQuery) {
  let rows = ctx.db
    .selectFrom('house')
    .leftJoin('company', 'company.id', 'house.company_id')
    .where(whereAllowed(ctx, 'directory.read-register', 'house', { municipality: 'house.municipality', oktmo: 'house.oktmo' }));
  const words = query.q ? readQuery(query.q)[0] : undefined;
  for (const word of words?.words ?? []) rows = rows.where('house.search_text', 'like', `%${escape(word)}%`);
  const number = words?.numbers[0];
  if (number) rows = rows.where('house.number_key', 'like', `${escape(number)}%`);
  if (query.company === 'none') rows = rows.where('house.company_id', 'is', null);
  else if (query.company) rows = rows.where('house.company_id', '=', query.company);
  if (query.city) rows = rows.where('house.city', '=', query.city);
  if (query.state === 'no-pin') rows = rows.where('house.lat', 'is', null);
  else if (query.state === 'changing') rows = rows.where(changing(ctx));
  else if (query.state) rows = rows.where('house.status', '=', query.state);
  return rows;
}

/** Two companies stand in the register for today or later. */
function changing(ctx: Context) {
  const day = isoDateIn(ctx.clock.now(), ctx.tenant.timeZone);
  return sql<boolean>`(select count(*) from management where management.house_id = house.id and (management.valid_to is null or management.valid_to > ${day}::date)) > 1`;
}

function sorted(ctx: Context, rows: ReturnType<typeof filtered>, query: RegisterQuery) {
  const direction = sql`${sql.ref(COLUMNS[query.sort])} ${query.dir === 'desc' ? sql`desc` : sql`asc`} nulls last`;
  return rows
    .select([
      'house.id',
      'house.address',
      'house.city',
      'house.street',
      'house.number',
      'house.company_id',
      'company.short_name as company',
    ])
    .select(['house.total_area', 'house.flats', 'house.status'])
    .select([sql<boolean>`house.lat is not null`.as('has_point'), changing(ctx).as('changing')])
    .orderBy(direction)
    .orderBy('house.search_text')
    .orderBy(sql`substring(house.number_key from '^[0-9]+')::int`)
    .orderBy('house.number_key')
    .orderBy('house.id');
}
