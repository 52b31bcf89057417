// Who manages on the dump's day: a company seen for the first time begins not later than that day, one no longer seen has ended.
import type { Write } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import type { ImportRun } from '@zhkh/imports';

export async function applyManagement(w: Write, run: ImportRun): Promise<Record<string, number>> {
  const ended = await endGone(w, run);
  const begun = await beginSeen(w, run);
  return { termsBegun: begun, termsEnded: ended };
}

/** A contract's own dates are stronger than an absence in a dump: only terms known from dumps end here. */
async function endGone(w: Write, run: ImportRun): Promise<number> {
  const result = await sql<{ id: string }>`
    update management set valid_to = ${run.factDate}::date, updated_at = ${run.startedAt}::timestamptz
    from house
    where house.id = management.house_id and management.source = 'register' and management.valid_to is null and management.valid_from < ${run.factDate}::date
      and exists (select from stage_house seen where seen.import_id = ${run.id} and seen.source_key = house.source_key)
      and not exists (
        select from stage_house seen join company on company.ogrn = seen.ogrn
        where seen.import_id = ${run.id} and seen.source_key = house.source_key and company.id = management.company_id)
    returning management.id`.execute(w.db);
  return result.rows.length;
}

async function beginSeen(w: Write, run: ImportRun): Promise<number> {
  const result = await sql<{ id: string }>`
    insert into management (id, house_id, company_id, valid_from, from_exact, source, import_id, import_line, created_at, updated_at)
    select distinct on (house.id, company.id) stage.management_id::uuid, house.id, company.id, ${run.factDate}::date, false, 'register',
      stage.import_id::uuid, stage.line::int, ${run.startedAt}::timestamptz, ${run.startedAt}::timestamptz
    from stage_house stage
    join house on house.source_key = stage.source_key
    join company on company.ogrn = stage.ogrn
    where stage.import_id = ${run.id}
      and not exists (
        select from management known
        where known.house_id = house.id and known.company_id = company.id and (known.valid_to is null or known.valid_to > ${run.factDate}::date))
    order by house.id, company.id, stage.line::int
    returning management.id`.execute(w.db);
  return result.rows.length;
}
