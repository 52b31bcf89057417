-- History of houses and companies. Who managed what is read from the terms; other facts are compared with what was known before, and the
-- difference is kept. `known_fact` holds the last known state of a subject.
create table known_fact (
  subject_id uuid primary key,
  kind text not null check (kind in ('house', 'company')),
  facts jsonb not null
);

create table fact_change (
  subject_id uuid not null,
  kind text not null check (kind in ('house', 'company')),
  field text not null,
  before text,
  after text,
  changed_on date not null,
  recorded_at timestamptz not null,
  import_id uuid references import_run (id),
  import_line integer,
  primary key (subject_id, recorded_at, field)
);

create index fact_change_day on fact_change (changed_on desc, subject_id);

create index management_from on management (valid_from);

create index management_to on management (valid_to) where valid_to is not null;

create index house_updated on house (updated_at);

create view management_change with (security_invoker = true) as
select started.id as term_id, started.house_id, started.valid_from as changed_on,
  case when earlier.valid_to is null or earlier.valid_to >= started.valid_from then earlier.company_id end as from_company_id,
  started.company_id as to_company_id, earlier.id is null as is_first, started.from_exact as exact, started.document, started.import_id,
  started.import_line
from management started
left join lateral (
  select id, company_id, valid_to from management before
  where before.house_id = started.house_id and before.valid_from < started.valid_from
  order by before.valid_from desc, before.from_exact desc, before.id limit 1
) earlier on true
where earlier.id is null or earlier.company_id <> started.company_id or earlier.valid_to < started.valid_from
union all
select ended.id, ended.house_id, ended.valid_to, ended.company_id, later.company_id, false, ended.from_exact, ended.document, ended.import_id,
  ended.import_line
from management ended
left join lateral (
  select id, company_id, valid_from from management after
  where after.house_id = ended.house_id and after.id <> ended.id and after.valid_from <= ended.valid_to
    and (after.valid_to is null or after.valid_to > ended.valid_to)
  order by after.valid_from desc, after.from_exact desc, after.id limit 1
) later on true
where ended.valid_to is not null and (later.id is null or (later.valid_from < ended.valid_from and later.company_id <> ended.company_id));
