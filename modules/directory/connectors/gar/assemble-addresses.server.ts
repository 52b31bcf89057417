// Addresses of houses: the text of where the house stands, its type and number, index, ОКТМО, cadastral number.
import type { Write } from '@zhkh/kernel/module.server';
import { type RawBuilder, sql } from 'kysely';
import type { ImportRun } from '@zhkh/imports';

const into = sql`insert into gar_address (object_id, guid, adm_text, mun_text, number_text, city_norm, street_norm, number_key, postal_code, oktmo,
  cadastral, apartment_house, ended_on, fact_date, import_id, import_line)`;

export async function assembleAddresses(w: Write, run: ImportRun): Promise<Record<string, number>> {
  if (await isFirst(w)) {
    const all = await sql`${into} ${made(run, false)}`.execute(w.db);
    return { addressesNew: Number(all.numAffectedRows ?? 0), addressesChanged: 0, addressesEnded: 0 };
  }
  const { written = 0, added = 0 } = await replaceTouched(w, run);
  return { addressesNew: added, addressesChanged: written - added, addressesEnded: await endGone(w, run) };
}

async function replaceTouched(w: Write, run: ImportRun): Promise<{ written?: number; added?: number }> {
  const result = await sql<{ written: number; added: number }>`
    with touched as materialized (${touched(run)}), made as (${made(run, true)}), written as (
      ${into}
      select made.* from made left join gar_address known using (object_id) where known.object_id is null or known.ended_on is not null or
        (made.guid, made.adm_text, made.mun_text, made.number_text, made.number_key, made.postal_code, made.oktmo, made.cadastral, made.apartment_house)
          is distinct from (known.guid, known.adm_text, known.mun_text, known.number_text, known.number_key, known.postal_code, known.oktmo,
            known.cadastral, known.apartment_house)
      on conflict (object_id) do update set guid = excluded.guid, adm_text = excluded.adm_text, mun_text = excluded.mun_text,
        number_text = excluded.number_text, city_norm = excluded.city_norm, street_norm = excluded.street_norm, number_key = excluded.number_key,
        postal_code = excluded.postal_code, oktmo = excluded.oktmo, cadastral = excluded.cadastral, apartment_house = excluded.apartment_house,
        ended_on = null, fact_date = excluded.fact_date, import_id = excluded.import_id, import_line = excluded.import_line
      returning (xmax = 0) as added
    )
    select count(*)::int as written, (count(*) filter (where added))::int as added from written`.execute(w.db);
  return result.rows[0] ?? {};
}

async function isFirst(w: Write): Promise<boolean> {
  const found = await sql<{ one: number }>`select 1 as one from gar_address limit 1`.execute(w.db);
  return found.rows.length === 0;
}

/** Houses whose records, parameters, place or street this run has changed: rows it wrote carry its id. */
function touched(run: ImportRun): RawBuilder<unknown> {
  return sql`
    select object_id from gar_house where import_id = ${run.id}
    union select object_id from gar_place where import_id = ${run.id}
    union select object_id from gar_param where import_id = ${run.id}
    union select object_id from gar_registry where import_id = ${run.id}
    union select place.object_id from gar_place place join gar_object_text on gar_object_text.object_id = place.parent_id
      where gar_object_text.import_id = ${run.id}`;
}

/** Of all houses, or of those in `touched`: then nothing else is looked at. */
function made(run: ImportRun, some: boolean): RawBuilder<unknown> {
  const only = some ? sql`and object_id in (select object_id from touched)` : sql``;
  return sql`
    select house.object_id, house.guid, coalesce(adm.adm_text, mun.mun_text) as adm_text, coalesce(mun.mun_text, adm.adm_text) as mun_text,
      concat_ws(' ', nullif(kind.short_name, ''), house.number, kind1.short_name, house.add_number1, kind2.short_name, house.add_number2) as number_text,
      coalesce(adm.city_norm, mun.city_norm) as city_norm, coalesce(adm.street_norm, mun.street_norm) as street_norm, house.number_key,
      coalesce(param.postal_code, adm.postal_code) as postal_code, coalesce(param.oktmo, mun_place.oktmo, adm.oktmo) as oktmo, param.cadastral,
      coalesce(param.apartment_house, false) as apartment_house, null::date as ended_on, house.fact_date, house.import_id, house.import_line
    from (
      select distinct on (object_id) * from gar_house house
      where is_actual and is_active ${only}
        and not exists (select from gar_registry gone where gone.object_id = house.object_id and not gone.is_active)
      order by object_id, id desc
    ) house
    left join (${placesOf('adm', only)}) adm_place on adm_place.object_id = house.object_id
    left join (${placesOf('mun', only)}) mun_place on mun_place.object_id = house.object_id
    left join gar_object_text adm on adm.object_id = adm_place.street_id
    left join gar_object_text mun on mun.object_id = mun_place.street_id
    left join gar_type kind on kind.dictionary = 'house' and kind.code = house.house_type
    left join gar_type kind1 on kind1.dictionary = 'addhouse' and kind1.code = house.add_type1 and house.add_number1 is not null
    left join gar_type kind2 on kind2.dictionary = 'addhouse' and kind2.code = house.add_type2 and house.add_number2 is not null
    left join (
      select object_id, max(value) filter (where type_id = 5) as postal_code, max(value) filter (where type_id = 7) as oktmo,
        max(value) filter (where type_id = 8) as cadastral, bool_or(type_id = 19 and value not in ('0', 'false')) as apartment_house
      from gar_param where end_date > ${run.factDate}::date ${only} group by object_id
    ) param on param.object_id = house.object_id
    where coalesce(adm.adm_text, mun.mun_text) is not null`;
}

/** A house may stand on a plot, which is no object of addresses: then the nearest one up the path counts. */
function placesOf(tree: 'adm' | 'mun', only: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select distinct on (place.object_id) place.object_id, place.oktmo,
      coalesce(parent.object_id, (
        select up.object_id from unnest(string_to_array(place.path, '.')::bigint[]) with ordinality as step (object_id, at)
        join gar_object_text up on up.object_id = step.object_id order by step.at desc limit 1)) as street_id
    from (select * from gar_place where tree = ${tree} and is_active ${only}) place left join gar_object_text parent on parent.object_id = place.parent_id
    order by place.object_id, place.id desc`;
}

/** A house that is no longer actual keeps its address and gets its last day. */
async function endGone(w: Write, run: ImportRun): Promise<number> {
  const ended = await sql<{ object_id: string }>`
    update gar_address address set ended_on = ${run.factDate}::date, import_id = ${run.id}::uuid
    where address.ended_on is null and address.object_id in (
        select object_id from gar_house where import_id = ${run.id} union select object_id from gar_registry where import_id = ${run.id})
      and (not exists (select from gar_house house where house.object_id = address.object_id and house.is_actual and house.is_active)
        or exists (select from gar_registry gone where gone.object_id = address.object_id and not gone.is_active))
    returning address.object_id`.execute(w.db);
  return ended.rows.length;
}
