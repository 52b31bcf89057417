-- What the tax service's registers say of companies: registration, income, staff, small business. Each row names its source and its day.
create table company_registration (
  id uuid primary key,
  company_id uuid not null references company (id),
  register text not null check (register in ('egrul', 'egrip')),
  fact_date date not null,
  seen_on date not null,
  name text not null,
  short_name text,
  status text not null check (status in ('active', 'liquidating', 'bankrupt', 'reorganising', 'excluding', 'other', 'excluded', 'ceased')),
  status_text text,
  status_on date,
  registered_on date,
  okved text,
  okved_name text,
  okved_reported text,
  capital numeric(19, 2),
  email text,
  address text,
  region_code text,
  address_unreliable boolean not null,
  address_note text,
  content text not null,
  import_id uuid not null references import_run (id),
  import_line integer not null,
  import_entry text,
  check (seen_on >= fact_date),
  unique (company_id, fact_date)
);

create table company_finance (
  id uuid primary key,
  company_id uuid not null references company (id),
  year smallint not null check (year between 1990 and 2100),
  income numeric(19, 2) not null,
  expense numeric(19, 2) not null,
  fact_date date not null,
  published_on date not null,
  import_id uuid not null references import_run (id),
  import_line integer not null,
  import_entry text,
  unique (company_id, year)
);

create table company_staff (
  id uuid primary key,
  company_id uuid not null references company (id),
  year smallint not null check (year between 1990 and 2100),
  count integer not null check (count >= 0),
  fact_date date not null,
  published_on date not null,
  import_id uuid not null references import_run (id),
  import_line integer not null,
  import_entry text,
  unique (company_id, year)
);

create table company_sme (
  id uuid primary key,
  company_id uuid not null references company (id),
  fact_date date not null,
  seen_on date not null,
  category text not null check (category in ('micro', 'small', 'medium')),
  kind text check (kind in ('firm', 'entrepreneur', 'farm')),
  since date,
  is_new boolean,
  social boolean,
  staff integer check (staff >= 0),
  content text not null,
  import_id uuid not null references import_run (id),
  import_line integer not null,
  import_entry text,
  check (seen_on >= fact_date),
  unique (company_id, fact_date)
);

create unlogged table stage_registration (
  import_id text, line text, id text, company_id text, register text, fact_date text, inn text, kpp text, name text, short_name text, status text,
  status_text text, status_on text, registered_on text, okved text, okved_name text, okved_reported text, capital text, email text, address text,
  region_code text, address_unreliable text, address_note text, content text, import_entry text
);

create index stage_registration_import on stage_registration (import_id, company_id);

create unlogged table stage_finance (
  import_id text, line text, id text, company_id text, year text, income text, expense text, fact_date text, published_on text, import_entry text
);

create index stage_finance_import on stage_finance (import_id, company_id);

create unlogged table stage_staff (
  import_id text, line text, id text, company_id text, year text, count text, fact_date text, published_on text, import_entry text
);

create index stage_staff_import on stage_staff (import_id, company_id);

create unlogged table stage_sme (
  import_id text, line text, id text, company_id text, fact_date text, category text, kind text, since text, is_new text, social text, staff text,
  content text, import_entry text
);

create index stage_sme_import on stage_sme (import_id, company_id);
