-- Requests to ГИС ЖКХ under way and answered (a killed worker goes on with the same GUID), what ГИС ЖКХ calls organisations, documents and
-- entries of its dictionaries, and house facts that no mapping profile stands behind.
create table exchange_request (
  -- The MessageGUID this product gave the request.
  id uuid primary key,
  operation text not null,
  round uuid not null,
  position integer not null,
  -- What is asked: JSON in the order of the schema's elements, which jsonb would not keep.
  content text not null,
  -- What the answer does not repeat: the company whose contracts these are.
  about jsonb not null,
  state text not null check (state in ('planned', 'asked', 'done', 'empty', 'failed')),
  -- The MessageGUID ГИС ЖКХ gave it.
  ack_guid uuid,
  tries integer not null default 0,
  error text,
  asked_at timestamptz,
  answered_at timestamptz,
  import_id uuid references import_run (id),
  -- Lines of the import that came of its answer.
  first_line integer,
  last_line integer,
  created_at timestamptz not null
);

create index exchange_request_open on exchange_request (operation) where state in ('planned', 'asked');

create index exchange_request_import on exchange_request (import_id, first_line);

create index exchange_request_house on exchange_request ((about ->> 'house'), answered_at);

create table gis_organisation (
  root_guid uuid primary key,
  ogrn text not null,
  seen_at timestamptz not null
);

create index gis_organisation_ogrn on gis_organisation (ogrn);

create table gis_document (
  guid uuid primary key,
  number text,
  approved_on date not null,
  title text not null,
  level text not null check (level in ('federal', 'region', 'municipal')),
  seen_at timestamptz not null
);

create table gis_dictionary (
  registry_number integer not null,
  guid uuid not null,
  code text not null,
  name text not null,
  seen_at timestamptz not null,
  primary key (registry_number, guid)
);

alter table house_fact alter column profile_code drop not null;
