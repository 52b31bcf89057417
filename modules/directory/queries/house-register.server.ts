// The authority's register of houses: filters, sorting, a page of it, or the ids of all of it for export. Within the official's territory.
import { inTerritory } from '@zhkh/kernel/auth.server';
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import { houseCountSource } from '../contract.ts';
import { readQuery } from '../domain/address-search/address-query.ts';
import type { RegisterQuery } from '../domain/register-query.ts';
import { isoDateIn } from '../domain/season.ts';
import { builtYear, floors } from './house-facts-sql.server.ts';
import { escape } from './address-search/like-text.server.ts';

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
  floors: number | null;
  built_year: number | null;
  status: string;
  has_point: boolean;
  changing: boolean;
  /** Open work of other modules: complaints. */
  open: number;
}

const SORTS = {
  address: sql.ref('house.search_text'),
  company: sql.ref('company.short_name'),
  area: sql.ref('house.total_area'),
  flats: sql.ref('house.flats'),
  year: builtYear,
  floors,
};

export async function houseRegister(ctx: Context, query: RegisterQuery): Promise<{ rows: RegisterRow[]; total: number }> {
  const base = await filtered(ctx, query);
  const page = sorted(base, query).select('house.id').limit(REGISTER_PAGE);
  const [ids, count] = await Promise.all([
    page.offset((query.page - 1) * REGISTER_PAGE).execute(),
    base.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ]);
  return {
    rows: await rowsOf(
      ctx,
      ids.map((row) => row.id),
    ),
    total: count.count,
  };
}

/** What a row shows is asked for the rows of the page only, in their order. */
async function rowsOf(ctx: Context, ids: readonly string[]): Promise<RegisterRow[]> {
  if (ids.length === 0) return [];
  const [rows, open] = await Promise.all([detailsOf(ctx, ids), openCounts(ctx, ids)]);
  const known = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = known.get(id);
    return row ? [{ ...row, open: open.get(id) ?? 0 }] : [];
  });
}

/** Sorted as the page is; the rows themselves are then read batch by batch. */
export async function houseRegisterIds(ctx: Context, query: RegisterQuery): Promise<string[]> {
  const rows = await sorted(await filtered(ctx, query), query)
    .select('house.id')
    .limit(EXPORT_LIMIT)
    .execute();
  return rows.map((row) => row.id);
}

export async function openCounts(ctx: Context, houseIds: readonly string[]): Promise<Map<string, number>> {
  const sums = new Map<string, number>();
  if (houseIds.length === 0) return sums;
  for (const counts of await Promise.all(ctx.plugs(houseCountSource).map((source) => source.counts(houseIds))))
    for (const [id, count] of counts) sums.set(id, (sums.get(id) ?? 0) + count);
  return sums;
}

async function filtered(ctx: Context, query: RegisterQuery) {
  let rows = ctx.db
    .selectFrom('house')
    .leftJoin('company', 'company.id', 'house.company_id')
    .where(inTerritory(ctx, 'directory.read-register', 'house'));
  const words = query.q ? readQuery(query.q)[0] : undefined;
  for (const word of words?.words ?? []) rows = rows.where('house.search_text', 'like', `%${escape(word)}%`);
  const number = words?.numbers[0];
  if (number) rows = rows.where('house.number_key', 'like', `${escape(number)}%`);
  if (query.company === 'none') rows = rows.where('house.company_id', 'is', null);
  else if (query.company) rows = rows.where('house.company_id', '=', query.company);
  if (query.city) rows = rows.where('house.city', '=', query.city);
  if (query.municipality) rows = rows.where('house.municipality', '=', query.municipality);
  if (query.mode) rows = rows.where('house.management_mode', '=', query.mode);
  if (query.state === 'no-pin') rows = rows.where('house.lat', 'is', null);
  else if (query.state === 'changing') rows = rows.where(changing(ctx));
  else if (query.state) rows = rows.where('house.status', '=', query.state);
  for (const [column, low, high] of rangesOf(query)) {
    if (low !== undefined) rows = rows.where(column, '>=', low);
    if (high !== undefined) rows = rows.where(column, '<=', high);
  }
  return rows.where(await special(ctx, query));
}

function rangesOf(query: RegisterQuery) {
  return [
    [builtYear, query.yearFrom, query.yearTo],
    [sql<number | null>`house.total_area`, query.areaFrom, query.areaTo],
    [floors, query.floorsFrom, query.floorsTo],
  ] as const;
}

/** Conditions that look beyond the house's own row. */
async function special(ctx: Context, query: RegisterQuery) {
  const terms = [sql<boolean>`true`];
  if (query.open) terms.push(sql`house.id = any(${await housesWithOpen(ctx)}::uuid[])`);
  if (query.match === 'doubtful') terms.push(sql`house.id in (select house_id from house_match_review where state = 'open')`);
  if (query.match === 'none') terms.push(sql`not exists (select from house_gar where house_gar.house_id = house.id)`);
  if (query.way)
    terms.push(
      sql`house.id in (select house_id from capital_repair_house where collecting_way = ${query.way} and ended_on is null)`,
    );
  if (query.movedFrom || query.movedTo) {
    const [from, to] = [query.movedFrom ?? '1900-01-01', query.movedTo ?? '2100-01-01'];
    terms.push(sql`house.id = any(array(
      select house_id from management_change where not is_first and changed_on between ${from}::date and ${to}::date))`);
  }
  return sql.join<boolean>(terms, sql` and `);
}

async function housesWithOpen(ctx: Context): Promise<string[]> {
  return (await Promise.all(ctx.plugs(houseCountSource).map((source) => source.houses()))).flat();
}

/** Two companies stand in the register for today or later. */
function changing(ctx: Context) {
  return sql<boolean>`house.id = any(array(
    select house_id from management where ${notEnded(ctx)} group by house_id having count(*) > 1))`;
}

function notEnded(ctx: Context) {
  const day = isoDateIn(ctx.clock.now(), ctx.tenant.timeZone);
  return sql<boolean>`(management.valid_to is null or management.valid_to > ${day}::date)`;
}

type Filtered = Awaited<ReturnType<typeof filtered>>;

function sorted(rows: Filtered, query: RegisterQuery): Filtered {
  const direction = sql`${SORTS[query.sort]} ${query.dir === 'desc' ? sql`desc` : sql`asc`} nulls last`;
  return rows
    .orderBy(direction)
    .orderBy('house.search_text')
    .orderBy(sql`substring(house.number_key from '^[0-9]+')::int`)
    .orderBy('house.number_key')
    .orderBy('house.id');
}

function detailsOf(ctx: Context, ids: readonly string[]): Promise<Omit<RegisterRow, 'open'>[]> {
  return ctx.db
    .selectFrom('house')
    .leftJoin('company', 'company.id', 'house.company_id')
    .where('house.id', 'in', [...ids])
    .select(['house.id', 'house.address', 'house.city', 'house.street', 'house.number', 'house.company_id'])
    .select(['company.short_name as company', 'house.total_area', 'house.flats', 'house.status'])
    .select([
      floors.as('floors'),
      builtYear.as('built_year'),
      sql<boolean>`house.lat is not null`.as('has_point'),
      sql<boolean>`(select count(*) from management where management.house_id = house.id and ${notEnded(ctx)}) > 1`.as(
        'changing',
      ),
    ])
    .execute();
}
