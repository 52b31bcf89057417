-- Saved views of the authority's registers: filters, sorting and columns as the query string they are, own or shared with colleagues.
create table register_view (
  id uuid primary key,
  register text not null check (register in ('houses', 'companies')),
  owner_id uuid not null,
  organisation_id uuid not null,
  name text not null,
  query text not null,
  shared boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);

create index register_view_organisation on register_view (organisation_id, register);

create table register_default (
  account_id uuid not null,
  register text not null check (register in ('houses', 'companies')),
  view_id uuid not null references register_view (id),
  primary key (account_id, register)
);

create index house_municipality on house (municipality, search_text, id);

create index house_company_area on house (company_id) include (total_area, municipality, oktmo);
