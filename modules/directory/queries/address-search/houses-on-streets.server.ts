// Houses of the streets that were found: of the typed numbers, the nearest to them, or the first ones.
import type { Context } from '@zhkh/kernel/module.server';
import { type RawBuilder, sql } from 'kysely';
import type { HitRow } from '../house-columns.server.ts';

export interface Wanted {
  streetId: string;
  /** Leading digits of the number; null = none was typed. */
  lead: number | null;
}

export interface FoundHouse extends HitRow {
  /** Place of the wanted street in the list. */
  place: number;
  street_id: string;
  number_key: string;
  postal_code: string | null;
}

export interface Answer {
  /** Of the dictionary the streets should have come from. */
  version: number | null;
  houses: FoundHouse[];
}

/** As the index `house_street_order` has it. */
const LEAD = sql`left(substring(house.number_key from '^[0-9]+'), 9)::int`;

/** Those whose number begins with the typed one; the very number first. */
export function housesByNumber(ctx: Context, wanted: readonly Wanted[], keys: readonly string[], each: number): Promise<Answer> {
  return ask(
    ctx,
    wanted,
    sql`where house.street_id = wanted.street_id and ${LEAD} = wanted.lead and house.status <> 'demolished'
    order by house.number_key = any(${keys}::text[]) desc, house.number_key limit ${each}`,
  );
}

/** Half a number, then numbers beside it. */
export function housesNearNumber(ctx: Context, wanted: readonly Wanted[], each: number): Promise<Answer> {
  return ask(
    ctx,
    wanted,
    sql`where house.street_id = wanted.street_id and house.status <> 'demolished'
    order by house.number_key like wanted.lead || '%' desc, abs(${LEAD} - wanted.lead), house.number_key limit ${each}`,
  );
}

export function firstHouses(ctx: Context, wanted: readonly Wanted[], each: number): Promise<Answer> {
  return ask(
    ctx,
    wanted,
    sql`where house.street_id = wanted.street_id and house.status <> 'demolished'
    order by house.street_id, ${LEAD}, house.number_key limit ${each}`,
  );
}

export async function housesByPostalCode(ctx: Context, postalCode: string, limit: number): Promise<HitRow[]> {
  const found = await sql<HitRow>`
    select ${COLUMNS}
    from (select * from house where postal_code = ${postalCode} and status <> 'demolished' order by search_text, ${LEAD}, number_key limit ${limit}) house
    left join company on company.id = house.company_id
    order by house.search_text, ${LEAD}, house.number_key`.execute(ctx.db);
  return found.rows;
}

const COLUMNS = sql`house.id, house.address, house.city, house.street, house.number, house.lat, house.lon, house.company_id, company.short_name`;

/** The version comes with the rows, also when there are none: no statement more for knowing that the streets are still the same. */
async function ask(ctx: Context, wanted: readonly Wanted[], houses: RawBuilder<unknown>): Promise<Answer> {
  // Hidden in subqueries the arrays tell the planner no length: it keeps one plan instead of making one for each list.
  const streets = sql`unnest((select ${wanted.map((one) => one.streetId)}::uuid[]), (select ${wanted.map((one) => one.lead)}::int[]))`;
  const { rows } = await sql<FoundHouse & { version: number }>`
    select dictionary.version, found.* from (select version from street_dictionary limit 1) dictionary left join lateral (
      select (wanted.place - 1)::int as place, house.street_id, house.number_key, house.postal_code, ${COLUMNS}
      from ${streets} with ordinality wanted (street_id, lead, place)
        cross join lateral (select * from house ${houses}) house
        left join company on company.id = house.company_id
    ) found on true`.execute(ctx.db);
  return { version: rows[0]?.version ?? null, houses: rows.filter((row) => row.id !== null) };
}
