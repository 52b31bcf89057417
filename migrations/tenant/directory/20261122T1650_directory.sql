-- Houses, companies, who manages what, residents' homes, imports with their failed rows.
create table import_run (
  id uuid primary key,
  connector text not null,
  file_name text not null,
  file_sha256 text,
  file_bytes bigint,
  encoding text,
  delimiter text,
  fact_date date,
  state text not null check (state in ('running', 'done', 'failed', 'stopped')),
  started_at timestamptz not null,
  finished_at timestamptz,
  started_by uuid,
  rows_read integer not null default 0,
  rows_staged integer not null default 0,
  rows_failed integer not null default 0,
  counts jsonb not null default '{}',
  error text
);

create index import_run_started on import_run (started_at desc);

create table import_failed_row (
  id uuid primary key,
  import_id uuid not null references import_run (id),
  line integer not null,
  field text not null,
  reason text not null,
  raw text not null
);

create index import_failed_row_import on import_failed_row (import_id, line);

create table company (
  id uuid primary key,
  ogrn text not null unique check (ogrn ~ '^([0-9]{13}|[0-9]{15})$'),
  inn text check (inn ~ '^([0-9]{10}|[0-9]{12})$'),
  kpp text,
  kind text not null check (kind in ('managing-company', 'owners-association', 'housing-cooperative', 'other')),
  name text not null,
  short_name text not null,
  search_text text not null,
  email text,
  phone text,
  dispatcher_phone text,
  site text,
  address text,
  import_id uuid references import_run (id),
  import_line integer,
  contacts_import_id uuid references import_run (id),
  contacts_import_line integer,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create unique index company_inn on company (inn) where inn is not null;

create table house_street (
  id uuid primary key,
  city text not null,
  street text not null,
  city_norm text not null,
  street_norm text not null,
  search_text text not null,
  unique (city_norm, street_norm)
);

create index house_street_search on house_street using gist (search_text gist_trgm_ops (siglen = 64));

create index house_street_length on house_street (char_length(street_norm));

create table house (
  id uuid primary key,
  source_key text not null unique,
  gis_guid uuid,
  fias_guids uuid[] not null default '{}',
  gis_code text,
  oktmo text,
  municipality text,
  address_raw text not null,
  address text not null,
  postal_code text,
  city text not null,
  street text not null,
  number text not null,
  number_key text not null,
  search_text text not null,
  street_id uuid references house_street (id),
  kind text not null check (kind in ('apartment', 'detached', 'block', 'other')),
  status text not null check (status in ('in-use', 'emergency', 'demolished', 'unknown')),
  management_mode text not null check (management_mode in ('company', 'owners-association', 'cooperative', 'direct', 'none', 'other')),
  total_area numeric(12, 2),
  living_area numeric(12, 2),
  floors smallint,
  built_year smallint,
  demolished_on date,
  flats integer,
  time_zone text not null,
  lat double precision check (lat between -90 and 90),
  lon double precision check (lon between -180 and 180),
  point_source text,
  point_at timestamptz,
  point_import_id uuid references import_run (id),
  point_import_line integer,
  company_id uuid references company (id),
  import_id uuid references import_run (id),
  import_line integer,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((lat is null) = (lon is null))
);

create index house_search on house using gin (search_text gin_trgm_ops);

create index house_gis on house (gis_guid);

create index house_fias on house using gin (fias_guids);

create index house_street_number on house (street_id, number_key);

create index house_number on house (number_key);

create index house_point on house (lat, lon) where lat is not null;

create index house_company on house (company_id);

create index house_register on house (city, street, number_key, id);

create table premises (
  id uuid primary key,
  house_id uuid not null references house (id),
  source_key text not null,
  number text not null,
  room text not null default '',
  kind text not null check (kind in ('residential', 'non-residential', 'other')),
  area numeric(12, 2),
  cadastral text,
  gis_guid uuid,
  gis_room_guid uuid,
  import_id uuid references import_run (id),
  import_line integer,
  unique (house_id, source_key)
);

create table management (
  id uuid primary key,
  house_id uuid not null references house (id),
  company_id uuid not null references company (id),
  valid_from date not null,
  valid_to date,
  from_exact boolean not null,
  source text not null check (source in ('register', 'contract', 'manual')),
  contract_guid uuid,
  document text,
  import_id uuid references import_run (id),
  import_line integer,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (valid_to is null or valid_to > valid_from),
  exclude using gist (house_id with =, company_id with =, daterange(valid_from, valid_to) with &&)
);

create index management_house on management (house_id, valid_from desc);

create index management_company on management (company_id, valid_from desc);

create table residence (
  id uuid primary key,
  account_id uuid not null,
  house_id uuid not null references house (id),
  flat text,
  since timestamptz not null,
  until timestamptz
);

create unique index residence_current on residence (account_id) where until is null;

create index residence_house on residence (house_id) where until is null;
