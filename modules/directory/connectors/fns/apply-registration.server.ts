// Registrations in force become versions; requisites a company lacks are filled in, never overwritten.
import type { Write } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import type { ImportRun } from '@zhkh/imports';
import { applyVersions } from './apply-versions.server.ts';
import { registrationColumns } from './registration-columns.ts';

export async function applyRegistration(w: Write, run: ImportRun): Promise<Record<string, number>> {
  const { added, confirmed } = await applyVersions(w, run, {
    table: 'company_registration',
    stage: 'stage_registration',
    columns: registrationColumns,
  });
  const requisites = await sql<{ id: string }>`
    update company set inn = coalesce(company.inn, stage.inn), kpp = coalesce(company.kpp, stage.kpp), updated_at = ${run.startedAt}::timestamptz
    from (select distinct on (company_id) * from stage_registration where import_id = ${run.id}
      order by company_id, fact_date desc, line::int desc) stage
    where company.id = stage.company_id::uuid
      and ((company.inn is null and stage.inn is not null) or (company.kpp is null and stage.kpp is not null))
      and not exists (select from company other where other.inn = stage.inn and other.id <> company.id)
      and not exists (select from stage_registration twin
        where twin.import_id = stage.import_id and twin.inn = stage.inn and twin.company_id <> stage.company_id)
    returning company.id`.execute(w.db);
  return { registrationsNew: added, registrationsConfirmed: confirmed, requisitesChanged: requisites.rows.length };
}
