// Which house and which company a staged row speaks of: GUID, then the code of the capital repair register, then the normalised
// address when it names one house only; a company by ОГРН, then ИНН.
import type { Write } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import type { ImportRun } from '@zhkh/imports';
import type { Joins } from './target.ts';

export async function findHouses(w: Write, run: ImportRun, joins: Joins): Promise<void> {
  if (joins.houseGuid) await byGuid(w, run);
  if (joins.mkdCode) await byCode(w, run);
  if (joins.address) await byAddress(w, run);
}

async function byGuid(w: Write, run: ImportRun): Promise<void> {
  await sql`
    update stage_tabular stage set house_id = found.house_id
    from (
      select guid, min(house_id) as house_id from (
        select stage.house_guid as guid, house.id::text as house_id
        from (select distinct house_guid from stage_tabular where import_id = ${run.id} and house_guid is not null) stage
        join house on house.fias_guids @> array[stage.house_guid::uuid]
        union
        select stage.house_guid, house.id::text
        from (select distinct house_guid from stage_tabular where import_id = ${run.id} and house_guid is not null) stage
        join house on house.gis_guid = stage.house_guid::uuid
      ) both_guids group by guid having count(*) = 1
    ) found
    where stage.import_id = ${run.id} and stage.house_guid = found.guid`.execute(w.db);
}

async function byCode(w: Write, run: ImportRun): Promise<void> {
  await sql`
    update stage_tabular stage set house_id = known.house_id
    from (
      select mkd_code, min(house_id::text) as house_id from capital_repair_house where mkd_code is not null group by mkd_code having count(*) = 1
    ) known
    where stage.import_id = ${run.id} and stage.house_id is null and stage.mkd_code = known.mkd_code`.execute(w.db);
}

async function byAddress(w: Write, run: ImportRun): Promise<void> {
  await sql`
    update stage_tabular stage set house_id = found.house_id
    from (
      select street.city_norm, street.street_norm, house.number_key, min(house.id::text) as house_id
      from house join house_street street on street.id = house.street_id
      where (street.city_norm, street.street_norm, house.number_key) in (
        select city_norm, street_norm, number_key from stage_tabular where import_id = ${run.id} and house_id is null and number_key is not null)
      group by 1, 2, 3 having count(*) = 1
    ) found
    where stage.import_id = ${run.id} and stage.house_id is null and stage.city_norm = found.city_norm and stage.street_norm = found.street_norm
      and stage.number_key = found.number_key`.execute(w.db);
}

export async function findCompanies(w: Write, run: ImportRun, joins: Joins): Promise<void> {
  if (joins.ogrn)
    await sql`
      update stage_tabular stage set company_id = company.id::text from company
      where stage.import_id = ${run.id} and company.ogrn = stage.ogrn`.execute(w.db);
  if (joins.inn)
    await sql`
      update stage_tabular stage set company_id = company.id::text from company
      where stage.import_id = ${run.id} and stage.company_id is null and company.inn = stage.inn`.execute(w.db);
}
