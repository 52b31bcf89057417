// Companies of a dump: by ОГРН; only what differs is written.
import type { Write } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import type { ImportRun } from '@zhkh/imports';
import { countWritten } from '../count-written.ts';

export async function applyCompanies(w: Write, run: ImportRun): Promise<Record<string, number>> {
  const written = await sql<{ is_new: boolean }>`
    insert into company (id, ogrn, kpp, kind, name, short_name, search_text, import_id, import_line, created_at, updated_at)
    select distinct on (ogrn) company_id::uuid, ogrn, kpp, company_kind, company_name, company_short_name, company_search,
      import_id::uuid, line::int, ${run.startedAt}::timestamptz, ${run.startedAt}::timestamptz
    from stage_house where import_id = ${run.id} and ogrn is not null
    order by ogrn, line::int
    on conflict (ogrn) do update set kpp = coalesce(excluded.kpp, company.kpp), kind = excluded.kind, name = excluded.name, short_name = excluded.short_name,
      search_text = excluded.search_text, import_id = excluded.import_id, import_line = excluded.import_line, updated_at = excluded.updated_at
    where (company.kpp, company.kind, company.name, company.short_name)
      is distinct from (coalesce(excluded.kpp, company.kpp), excluded.kind, excluded.name, excluded.short_name)
    returning company.created_at = ${run.startedAt}::timestamptz as is_new`.execute(w.db);
  return countWritten('companies', written.rows);
}
