// Streets and houses of a dump: only what differs is written; points and facts of other sources are left alone.
import type { Context, Write } from '@zhkh/kernel/module.server';
import { type RawBuilder, sql } from 'kysely';
import { isoDateIn } from '../../domain/season.ts';
import type { ImportRun } from '@zhkh/imports';
import { renewStreetDictionary } from '../../core/renew-street-dictionary.server.ts';
import { countWritten } from '../count-written.ts';

export async function applyStreets(w: Write, run: ImportRun): Promise<void> {
  const made = await sql`
    insert into house_street (id, city, street, city_norm, street_norm, search_text)
    select distinct on (city_norm, street_norm) street_id::uuid, city, street, city_norm, street_norm, trim(city_norm || ' ' || street_norm)
    from stage_house where import_id = ${run.id}
    order by city_norm, street_norm, line::int
    on conflict (city_norm, street_norm) do nothing`.execute(w.db);
  if (made.numAffectedRows) await renewStreetDictionary(w);
}

export async function applyHouses(ctx: Context, w: Write, run: ImportRun): Promise<Record<string, number>> {
  const written = await sql<{ is_new: boolean }>`
    insert into house (id, source_key, gis_guid, fias_guids, gis_code, oktmo, municipality, address_raw, address, postal_code, city, street, number,
      number_key, search_text, street_id, kind, status, management_mode, total_area, living_area, demolished_on, time_zone, flats, company_id,
      import_id, import_line, created_at, updated_at)
    select distinct on (stage.source_key) stage.house_id::uuid, stage.source_key, stage.gis_guid::uuid, stage.fias_guids::uuid[], stage.gis_code, stage.oktmo,
      left(stage.oktmo, 5), stage.address_raw, stage.address, stage.postal_code, stage.city, stage.street, stage.number, stage.number_key, stage.search_text,
      house_street.id, stage.kind, stage.status, stage.management_mode, stage.total_area::numeric, stage.living_area::numeric, stage.demolished_on::date,
      ${ctx.tenant.timeZone}, counted.flats, company.id, stage.import_id::uuid, stage.line::int, ${run.startedAt}::timestamptz, ${run.startedAt}::timestamptz
    from stage_house stage join house_street using (city_norm, street_norm)
    left join company on company.ogrn = stage.ogrn and ${run.factDate}::date <= ${isoDateIn(ctx.clock.now(), ctx.tenant.timeZone)}::date
    left join (${stagedFlats(run)}) counted on counted.house_key = stage.source_key
    where stage.import_id = ${run.id}
    order by stage.source_key, stage.line::int
    on conflict (source_key) do update set gis_guid = excluded.gis_guid, fias_guids = excluded.fias_guids, gis_code = excluded.gis_code, oktmo = excluded.oktmo,
      municipality = excluded.municipality, address_raw = excluded.address_raw, address = excluded.address, postal_code = excluded.postal_code,
      city = excluded.city, street = excluded.street, number = excluded.number, number_key = excluded.number_key, search_text = excluded.search_text,
      street_id = excluded.street_id, kind = excluded.kind, status = excluded.status, management_mode = excluded.management_mode,
      total_area = excluded.total_area, living_area = excluded.living_area, demolished_on = excluded.demolished_on,
      import_id = excluded.import_id, import_line = excluded.import_line, updated_at = excluded.updated_at
    where (house.fias_guids, house.gis_code, house.oktmo, house.address_raw, house.address, house.number_key, house.search_text, house.kind, house.status,
        house.management_mode, house.total_area, house.living_area, house.demolished_on)
      is distinct from (excluded.fias_guids, excluded.gis_code, excluded.oktmo, excluded.address_raw, excluded.address, excluded.number_key, excluded.search_text,
        excluded.kind, excluded.status, excluded.management_mode, excluded.total_area, excluded.living_area, excluded.demolished_on)
    returning house.created_at = ${run.startedAt}::timestamptz as is_new`.execute(w.db);
  return countWritten('houses', written.rows);
}

/** Of new houses: all their premises are in this very file. */
function stagedFlats(run: ImportRun): RawBuilder<unknown> {
  return sql`
    select house_key, nullif(count(*) filter (where residential), 0)::int as flats
    from (
      select house_key, number, bool_or(kind = 'residential') as residential from stage_premises
      where import_id = ${run.id} and not exists (select from house known where known.source_key = house_key)
      group by house_key, number
    ) flat group by house_key`;
}

export async function countCities(w: Write): Promise<void> {
  const counted = await sql`
    update house_street set city_houses = counted.houses
    from (
      select street.city_norm, count(*)::int as houses from house join house_street street on street.id = house.street_id group by street.city_norm
    ) counted
    where counted.city_norm = house_street.city_norm and house_street.city_houses <> counted.houses`.execute(w.db);
  if (counted.numAffectedRows) await renewStreetDictionary(w);
}

/** Flats of a house are its residential premises, rooms of one flat counted once. */
export async function countFlats(w: Write, houses: readonly string[]): Promise<void> {
  if (houses.length === 0) return;
  await sql`
    update house set flats = counted.flats
    from (
      select house_id, nullif(count(*) filter (where residential), 0)::int as flats
      from (
        select house_id, number, bool_or(kind = 'residential') as residential from premises
        where house_id = any(${houses}::uuid[])
        group by house_id, number
      ) flat group by house_id
    ) counted
    where counted.house_id = house.id and house.flats is distinct from counted.flats`.execute(w.db);
}
