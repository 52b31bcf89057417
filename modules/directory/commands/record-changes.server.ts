// What is known of houses and companies now against what was known before: each difference becomes a row of history, set by set.
import type { Context, Write } from '@zhkh/kernel/module.server';
import { type RawBuilder, sql } from 'kysely';
import type { SubjectKind } from '../db-changes.ts';
import { isoDateIn } from '../domain/season.ts';

/** Runs after an import and every night; a difference waits between the two tables until it is taken, so nothing is lost. */
export async function recordChanges(ctx: Context, w: Write): Promise<number> {
  await sql`set local statement_timeout = '10min'`.execute(w.db);
  await sql`select pg_advisory_xact_lock(hashtext(current_schema() || ' directory.changes'))`.execute(w.db);
  const houses = await record(ctx, w, 'house', houseFacts);
  const companies = await record(ctx, w, 'company', companyFacts);
  return houses + companies;
}

const houseFacts = sql`
  select house.id, house.import_id, house.import_line, jsonb_build_object('address', address, 'status', status, 'management_mode', management_mode,
    'total_area', total_area, 'floors', floors, 'built_year', built_year, 'flats', flats) as facts
  from house`;

const companyFacts = sql`
  select company.id, company.import_id, company.import_line, jsonb_build_object('name', company.name, 'kind', company.kind, 'status', registered.status,
    'legal_address', registered.address, 'licence', held.state) as facts
  from company
  left join lateral (
    select status, case when length(company.ogrn) = 13 then address end as address from company_registration
    where company_registration.company_id = company.id order by company_registration.fact_date desc limit 1
  ) registered on true
  left join lateral (
    select case when bool_or(active) then 'active' else 'inactive' end as state from licence where licence.company_id = company.id having count(*) > 0
  ) held on true`;

/** The first look at a register is no change of it; afterwards a new subject is. */
async function record(ctx: Context, w: Write, kind: SubjectKind, now: RawBuilder<unknown>): Promise<number> {
  const at = ctx.clock.now();
  const today = isoDateIn(at, ctx.tenant.timeZone);
  const written = await sql`
    with now as materialized (${now}),
    changed as (
      select now.*, known.facts as was, known.subject_id is null as appeared
      from now left join known_fact known on known.subject_id = now.id
      where known.subject_id is null or known.facts <> now.facts
    ), told as (
      insert into fact_change (subject_id, kind, field, before, after, changed_on, recorded_at, import_id, import_line)
      select changed.id, ${kind}, diff.field, diff.before, diff.after, coalesce(source.day, ${today}::date), ${at}::timestamptz, changed.import_id,
        changed.import_line
      from changed
      left join import_source source on source.id = changed.import_id
      cross join lateral (
        select key as field, changed.was ->> key as before, value as after from jsonb_each_text(changed.facts)
        where not changed.appeared and changed.was ->> key is distinct from value
        union all
        select 'appeared', null, coalesce(changed.facts ->> 'address', changed.facts ->> 'name')
        where changed.appeared and exists (select from known_fact where known_fact.kind = ${kind})
      ) diff
      returning 1
    ), kept as (
      insert into known_fact (subject_id, kind, facts) select id, ${kind}, facts from changed
      on conflict (subject_id) do update set facts = excluded.facts
    )
    select count(*)::int as count from told`.execute(w.db);
  return (written.rows[0] as { count: number }).count;
}
