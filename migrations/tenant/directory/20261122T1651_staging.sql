-- Staging of imports: all text, no constraints, so that COPY never refuses a row; rows live for one run.
create unlogged table stage_house (
  import_id text, line text, house_id text, street_id text, company_id text, management_id text, source_key text, gis_guid text, fias_guids text,
  gis_code text, oktmo text, address_raw text, address text, postal_code text, city text, street text, city_norm text, street_norm text,
  number text, number_key text, search_text text, kind text, status text, management_mode text, total_area text, living_area text,
  demolished_on text, ogrn text, kpp text, company_name text, company_short_name text, company_kind text, company_search text
);

create index stage_house_import on stage_house (import_id, source_key);

create unlogged table stage_premises (
  import_id text, line text, premises_id text, house_key text, source_key text, kind text, number text, room text, cadastral text,
  gis_guid text, gis_room_guid text
);

create index stage_premises_import on stage_premises (import_id, house_key);

create unlogged table stage_supplier (
  import_id text, line text, ogrn text, inn text, kpp text, email text, phone text, dispatcher_phone text, site text, address text
);

create index stage_supplier_import on stage_supplier (import_id, ogrn);

create unlogged table stage_point (
  import_id text, line text, failed_id text, house_guid text, lat text, lon text, source text, raw text
);

create index stage_point_import on stage_point (import_id, house_guid);

create unlogged table stage_contract (
  import_id text, line text, failed_id text, management_id text, contract_guid text, document text, ogrn text, house_guid text,
  valid_from text, valid_to text, raw text
);

create index stage_contract_import on stage_contract (import_id, house_guid);
