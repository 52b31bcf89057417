-- Licences, reports, examinations, precepts and offences with the statuses of the ГИС ЖКХ schema; `counted` leaves out what was cancelled
-- or annulled. Facts a region's own file holds about houses and companies, with the profile that reads it.
create table licence (
  id uuid primary key,
  source_key text not null unique,
  company_id uuid not null references company (id),
  number text not null,
  registered_on date,
  status text not null check (
    status in ('A', 'F', 'C', 'R', 'I', 'Active', 'Expired', 'Canceled', 'Terminated', 'Deactualized', 'Project')
  ),
  active boolean not null generated always as (status in ('A', 'Active')) stored,
  valid_from date,
  valid_to date,
  authority text,
  erul_number text,
  fact_date date not null,
  import_id uuid not null references import_run (id),
  import_line integer not null
);

create index licence_company on licence (company_id);

create table licence_house (
  id uuid primary key,
  source_key text not null unique,
  house_id uuid not null references house (id),
  company_id uuid not null references company (id),
  licence_number text not null,
  status text not null check (status in ('INCLUDED', 'EXCLUDED')),
  included_on date,
  excluded_on date,
  fact_date date not null,
  import_id uuid not null references import_run (id),
  import_line integer not null
);

create index licence_house_house on licence_house (house_id);

create index licence_house_company on licence_house (company_id);

create table management_report (
  id uuid primary key,
  source_key text not null unique,
  house_id uuid not null references house (id),
  company_id uuid not null references company (id),
  year integer not null,
  placed_on date,
  contract_guid uuid,
  status text not null check (status in ('Placed', 'NotPlaced', 'Annulled')),
  counted boolean not null generated always as (status = 'Placed') stored,
  url text check (url ~ '^https?://'),
  fact_date date not null,
  import_id uuid not null references import_run (id),
  import_line integer not null
);

create index management_report_company on management_report (company_id, year);

create index management_report_house on management_report (house_id, year);

create table examination (
  id uuid primary key,
  source_key text not null unique,
  company_id uuid not null references company (id),
  guid uuid not null,
  state text not null check (state in ('Planned', 'Assigned', 'Finished', 'Cancelled', 'Annulled')),
  counted boolean not null generated always as (state not in ('Cancelled', 'Annulled')) stored,
  kind text not null check (kind in ('Scheduled', 'Unscheduled')),
  form text,
  registry_number text,
  order_number text,
  order_date date,
  authority text,
  objective text,
  starts_on date,
  ends_on date,
  result_number text,
  result_date date,
  has_offence boolean,
  nature_offence text,
  fact_date date not null,
  import_id uuid not null references import_run (id),
  import_line integer not null
);

create index examination_company on examination (company_id, starts_on desc);

create table precept (
  id uuid primary key,
  source_key text not null unique,
  company_id uuid not null references company (id),
  guid uuid not null,
  examination_guid uuid,
  state text not null check (state in ('Active', 'Cancelled', 'Fulfiled', 'NotFilled')),
  counted boolean not null generated always as (state <> 'Cancelled') stored,
  number text not null,
  issued_on date not null,
  deadline date,
  house_guids uuid[] not null,
  summary text,
  fulfilled_on date,
  fact_date date not null,
  import_id uuid not null references import_run (id),
  import_line integer not null
);

create index precept_company on precept (company_id, issued_on desc);

create index precept_houses on precept using gin (house_guids);

create table offence (
  id uuid primary key,
  source_key text not null unique,
  company_id uuid not null references company (id),
  guid uuid not null,
  examination_guid uuid,
  state text not null check (state in ('Active', 'Cancelled', 'Fulfiled', 'NotFilled')),
  counted boolean not null generated always as (state <> 'Cancelled') stored,
  number text not null,
  issued_on date not null,
  summary text,
  court_name text,
  court_date date,
  court_number text,
  fulfilled_on date,
  fact_date date not null,
  import_id uuid not null references import_run (id),
  import_line integer not null
);

create index offence_company on offence (company_id, issued_on desc);

create table import_profile (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z][a-z-]{1,20}$'),
  title text not null,
  origin text not null,
  target text not null check (target in ('house', 'company')),
  key_kind text not null check (key_kind in ('house-guid', 'fias-guid', 'address', 'inn', 'ogrn')),
  key_column text not null,
  facts jsonb not null,
  sample jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table house_fact (
  id uuid primary key,
  source_key text not null unique,
  house_id uuid not null references house (id),
  profile_code text not null references import_profile (code),
  name text not null,
  label text not null,
  value text not null,
  unit text,
  origin text not null,
  fact_date date not null,
  import_id uuid not null references import_run (id),
  import_line integer not null
);

create index house_fact_house on house_fact (house_id);

create table company_fact (
  id uuid primary key,
  source_key text not null unique,
  company_id uuid not null references company (id),
  profile_code text not null references import_profile (code),
  name text not null,
  label text not null,
  value text not null,
  unit text,
  origin text not null,
  fact_date date not null,
  import_id uuid not null references import_run (id),
  import_line integer not null
);

create index company_fact_company on company_fact (company_id);
