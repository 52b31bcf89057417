// Rows of the published sets, batch after batch by key: a slow reader holds neither a connection nor a transaction, and memory stays flat.
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import { builtYear, floors } from '../queries/house-facts-sql.server.ts';
import { isoDateIn } from '../domain/season.ts';
import type { OpenRow, SetName } from '../domain/open-data.ts';

export interface Wanted {
  set: SetName;
  /** ОКТМО of a district or a settlement. */
  municipality?: string;
  /** For the map: only rows with a place, companies with the points of their houses. */
  placed: boolean;
}

const BATCH = { houses: 2000, companies: 200 } as const;
const FIRST = '00000000-0000-0000-0000-000000000000';

export async function* openRows(ctx: Context, wanted: Wanted): AsyncGenerator<readonly OpenRow[]> {
  const read = wanted.set === 'houses' ? houseRows : companyRows;
  const size = BATCH[wanted.set];
  for (let last = FIRST; ; ) {
    const rows = await read(ctx, wanted, last, size);
    yield rows;
    if (rows.length < size) return;
    last = String(rows.at(-1)?.id);
  }
}

async function houseRows(ctx: Context, wanted: Wanted, last: string, size: number): Promise<OpenRow[]> {
  const day = isoDateIn(ctx.clock.now(), ctx.tenant.timeZone);
  const { rows } = await sql<OpenRow>`
    select house.id, house.gis_guid, house.fias_guids[1] as fias_guid, house.address, house.postal_code, house.oktmo, house.city, house.street,
      house.number, house.kind, house.status, house.management_mode, house.total_area, house.living_area, ${floors} as floors, ${builtYear} as built_year,
      house.flats, house.lat, house.lon, company.ogrn as company_ogrn, company.inn as company_inn, company.short_name as company_name,
      term.valid_from as company_since, source.day as fact_date, source.connector as source
    from house
    left join company on company.id = house.company_id
    left join import_source source on source.id = house.import_id
    left join lateral (
      select valid_from from management
      where management.house_id = house.id and management.company_id = house.company_id
        and valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)
      order by valid_from limit 1
    ) term on true
    where house.id > ${last}::uuid and ${inMunicipality(wanted)} ${wanted.placed ? sql`and house.lat is not null` : sql``}
    order by house.id limit ${size}`.execute(ctx.db);
  return rows;
}

async function companyRows(ctx: Context, wanted: Wanted, last: string, size: number): Promise<OpenRow[]> {
  const { rows } = await sql<OpenRow>`
    select company.id, company.ogrn, company.inn, company.kpp, company.name, company.short_name, company.kind,
      case when length(company.ogrn) = 13 then company.address end as address, company.site, company.dispatcher_phone,
      managed.houses, managed.total_area, held.number as licence_number, held.active as licence_active, sme.category as sme_category,
      source.day as fact_date, source.connector as source ${wanted.placed ? sql`, managed.points` : sql``}
    from company
    left join import_source source on source.id = company.import_id
    left join lateral (
      select count(*)::int as houses, sum(house.total_area) as total_area
        ${wanted.placed ? sql`, json_agg(json_build_array(house.lon, house.lat)) filter (where house.lat is not null)::text as points` : sql``}
      from house where house.company_id = company.id and ${inMunicipality(wanted)}
    ) managed on true
    left join lateral (
      select number, active from licence where licence.company_id = company.id order by active desc, valid_from desc nulls last limit 1
    ) held on true
    left join lateral (
      select category from company_sme where company_sme.company_id = company.id order by company_sme.fact_date desc limit 1
    ) sme on true
    where company.id > ${last}::uuid
      ${wanted.municipality ? sql`and managed.houses > 0` : sql``} ${wanted.placed ? sql`and managed.points is not null` : sql``}
    order by company.id limit ${size}`.execute(ctx.db);
  return rows;
}

function inMunicipality({ municipality }: Wanted) {
  if (!municipality) return sql<boolean>`true`;
  if (municipality.length === 5) return sql<boolean>`house.municipality = ${municipality}`;
  return sql<boolean>`house.municipality = ${municipality.slice(0, 5)} and house.oktmo like ${`${municipality}%`}`;
}
