// Which of our houses is which house of ГАР: by GUID, then by the same normalised address; the doubtful go to people.
import type { Write } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import type { ImportRun } from '@zhkh/imports';

export async function matchHouses(w: Write, run: ImportRun): Promise<Record<string, number>> {
  const byGuid = await matchByGuid(w);
  const byAddress = await matchByAddress(w);
  await dropDecided(w);
  const doubtful = await listDoubtful(w, run);
  return { matchedByGuid: byGuid, matchedByAddress: byAddress, toReview: doubtful };
}

/** A GUID is stronger than an address; what a person confirmed is stronger than both. */
async function matchByGuid(w: Write): Promise<number> {
  const written = await sql<{ house_id: string }>`
    insert into house_gar (house_id, object_id, how, fact_date, import_id, import_line)
    select distinct on (found.house_id) found.house_id, address.object_id, 'guid', address.fact_date, address.import_id, address.import_line
    from (select house.id as house_id, unnest(house.fias_guids) as guid from house) found
    join gar_address address on address.guid = found.guid
    order by found.house_id, (address.ended_on is null) desc, address.object_id
    on conflict (house_id) do update set object_id = excluded.object_id, how = excluded.how, fact_date = excluded.fact_date,
      import_id = excluded.import_id, import_line = excluded.import_line
    where house_gar.how <> 'reviewed' and (house_gar.object_id, house_gar.how) is distinct from (excluded.object_id, excluded.how)
    returning house_id`.execute(w.db);
  return written.rows.length;
}

/** Only when one house of each register has the address, and the other has not been taken by its GUID. */
async function matchByAddress(w: Write): Promise<number> {
  const written = await sql<{ house_id: string }>`
    with ours as materialized (
      select house.id, street.city_norm, street.street_norm, house.number_key,
        count(*) over (partition by street.city_norm, street.street_norm, house.number_key) as same
      from house join house_street street on street.id = house.street_id
      where not exists (select from house_gar known where known.house_id = house.id)
    )
    insert into house_gar (house_id, object_id, how, fact_date, import_id, import_line)
    select ours.id, address.object_id, 'address', address.fact_date, address.import_id, address.import_line
    from ours
    join (
      select *, count(*) over (partition by city_norm, street_norm, number_key) as same from gar_address
      where ended_on is null and (city_norm, street_norm, number_key) in (select city_norm, street_norm, number_key from ours)
    ) address on (address.city_norm, address.street_norm, address.number_key) = (ours.city_norm, ours.street_norm, ours.number_key)
    where ours.same = 1 and address.same = 1
      and not exists (select from house_gar taken where taken.object_id = address.object_id)
      and not exists (
        select from house_match_review refused where refused.house_id = ours.id and refused.object_id = address.object_id and refused.state = 'refused')
    on conflict (house_id) do nothing
    returning house_id`.execute(w.db);
  return written.rows.length;
}

/** Open questions that an answer by GUID or address has settled. */
async function dropDecided(w: Write): Promise<void> {
  await sql`delete from house_match_review review where review.state = 'open'
    and exists (select from house_gar known where known.house_id = review.house_id)`.execute(w.db);
}

const LIKE = 0.4;

/** The same number in the same city on a street that reads alike, or several houses with one address. */
async function listDoubtful(w: Write, run: ImportRun): Promise<number> {
  const written = await sql<{ house_id: string }>`
    insert into house_match_review (house_id, object_id, likeness, import_id, found_at)
    select ours.id, address.object_id, similarity(ours.street_norm, address.street_norm), ${run.id}::uuid, ${run.startedAt}::timestamptz
    from (
      select house.id, street.city_norm, street.street_norm, house.number_key
      from house join house_street street on street.id = house.street_id
      where not exists (select from house_gar known where known.house_id = house.id)
    ) ours
    join gar_address address on (address.city_norm, address.number_key) = (ours.city_norm, ours.number_key) and address.ended_on is null
    where similarity(ours.street_norm, address.street_norm) >= ${LIKE}
      and not exists (select from house_gar taken where taken.object_id = address.object_id)
    on conflict (house_id, object_id) do nothing
    returning house_id`.execute(w.db);
  return written.rows.length;
}
