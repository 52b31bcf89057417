// Texts of objects of addresses down to themselves, by both hierarchies: names along the path, actual ones only.
import type { Write } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import type { ImportRun } from '@zhkh/imports';

/** Few rows beside the houses, so all of them are assembled; only what differs is written. */
export async function assembleObjects(w: Write, run: ImportRun): Promise<void> {
  await sql`
    with actual as materialized (
      select distinct on (object_id) object_id, print, name_norm, level from gar_object where is_actual and is_active order by object_id, id desc
    ), step as materialized (
      select place.tree, place.object_id, part.at, actual.print, actual.name_norm, actual.level
      from (
        select distinct on (tree, object_id) tree, object_id, path, id from gar_place
        where is_active and object_id in (select object_id from actual) order by tree, object_id, id desc
      ) place
      cross join unnest(string_to_array(place.path, '.')::bigint[]) with ordinality as part (object_id, at)
      join actual on actual.object_id = part.object_id
    ), text as (
      select object_id,
        string_agg(print, ', ' order by at) filter (where tree = 'adm') as adm,
        string_agg(print, ', ' order by at) filter (where tree = 'mun') as mun,
        string_agg(name_norm, ' ' order by at) filter (where tree = 'adm' and level in (5, 6)) as adm_city,
        string_agg(name_norm, ' ' order by at) filter (where tree = 'mun' and level in (5, 6)) as mun_city,
        string_agg(name_norm, ' ' order by at) filter (where tree = 'adm' and level in (7, 8)) as adm_street,
        string_agg(name_norm, ' ' order by at) filter (where tree = 'mun' and level in (7, 8)) as mun_street
      from step group by object_id
    ), param as (
      select object_id, max(value) filter (where type_id = 5) as postal_code, max(value) filter (where type_id = 7) as oktmo
      from gar_param where end_date > ${run.factDate}::date and object_id in (select object_id from actual) group by object_id
    ), made as (
      select text.object_id, coalesce(adm, mun) as adm_text, coalesce(mun, adm) as mun_text, coalesce(adm_city, mun_city, '') as city_norm,
        coalesce(adm_street, mun_street, '') as street_norm, param.postal_code, param.oktmo
      from text left join param using (object_id)
    )
    insert into gar_object_text as old (object_id, adm_text, mun_text, city_norm, street_norm, postal_code, oktmo, import_id)
    select made.*, ${run.id}::uuid from made left join gar_object_text known using (object_id)
    where known.object_id is null or (made.adm_text, made.mun_text, made.city_norm, made.street_norm, made.postal_code, made.oktmo)
      is distinct from (known.adm_text, known.mun_text, known.city_norm, known.street_norm, known.postal_code, known.oktmo)
    on conflict (object_id) do update set adm_text = excluded.adm_text, mun_text = excluded.mun_text, city_norm = excluded.city_norm,
      street_norm = excluded.street_norm, postal_code = excluded.postal_code, oktmo = excluded.oktmo, import_id = excluded.import_id`.execute(
    w.db,
  );
}
