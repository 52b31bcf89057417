-- Capital repair (Реформа ЖКХ) and tariffs: each row keeps its import, line and the day its source speaks of. Money of repair in kopecks,
-- prices of tariffs in hundredths of a kopeck; what a newer export no longer names gets ended_on, nothing is deleted.
create table capital_repair_house (
  id uuid primary key,
  source_key text not null unique,
  house_id uuid not null references house (id),
  mkd_code text,
  commissioned_year integer,
  total_area numeric(12, 2),
  rooms integer,
  floors integer,
  people integer,
  collecting_way text,
  collected bigint,
  debts bigint,
  spent bigint,
  spent_subsidy bigint,
  spent_other bigint,
  balance bigint,
  collected_on date,
  owners_payment bigint,
  energy_class text,
  included_on date,
  excluded_on date,
  note text,
  money_unit text not null check (money_unit in ('rouble', 'thousand')),
  updated_on date,
  ended_on date,
  fact_date date not null,
  import_id uuid not null references import_run (id),
  import_line integer not null
);

create index capital_repair_house_house on capital_repair_house (house_id);

create index capital_repair_house_mkd on capital_repair_house (mkd_code);

create table capital_repair_element (
  id uuid primary key,
  source_key text not null unique,
  house_id uuid not null references house (id),
  code text,
  kind text not null,
  system_kind text,
  roof_kind text,
  roof_area numeric(12, 2),
  basement_area numeric(12, 2),
  facade_kind text,
  facade_area numeric(12, 2),
  foundation_kind text,
  wall_material text,
  lift_kind text,
  lift_stops integer,
  commissioned_on date,
  commissioned_year integer,
  decommissioned_on date,
  decommissioned_year integer,
  note text,
  updated_on date,
  ended_on date,
  fact_date date not null,
  import_id uuid not null references import_run (id),
  import_line integer not null
);

create index capital_repair_element_house on capital_repair_element (house_id);

create table capital_repair_work (
  id uuid primary key,
  source_key text not null unique,
  house_id uuid not null references house (id),
  code text,
  element_code text,
  service_code text,
  kind text not null,
  event_kind text,
  planned_on date,
  planned_year integer,
  contract_on date,
  contract_until date,
  finished_on date,
  cost_plan bigint,
  cost_contract_plan bigint,
  cost_contract bigint,
  measure text,
  scope numeric(14, 3),
  lifts integer,
  contractor text,
  contractor_inn text,
  money_unit text not null check (money_unit in ('rouble', 'thousand')),
  updated_on date,
  ended_on date,
  fact_date date not null,
  import_id uuid not null references import_run (id),
  import_line integer not null
);

create index capital_repair_work_house on capital_repair_work (house_id, planned_year);

create table tariff (
  id uuid primary key,
  source_key text not null unique,
  resource text not null,
  consumer_group text not null check (consumer_group in ('population', 'budget', 'other')),
  kind text not null check (kind in ('economically_justified', 'preferential')),
  oktmo text[] not null,
  oktmo_prefixes text[] not null,
  org_inn text,
  org_name text,
  unit text not null,
  price bigint not null check (price >= 0),
  price_with_vat bigint check (price_with_vat >= 0),
  component text,
  date_from date not null,
  date_to date check (date_to >= date_from),
  act_number text not null,
  act_date date not null,
  act_body text not null,
  act_title text,
  act_url text check (act_url ~ '^https?://'),
  differentiation text,
  status text not null check (status in ('Published', 'Canceled')),
  fact_date date not null,
  import_id uuid not null references import_run (id),
  import_line integer not null
);

create index tariff_period on tariff (resource, date_from);

create index tariff_territory on tariff using gin (oktmo_prefixes);

create unlogged table stage_tabular (
  import_id text, line text, row_id text, failed_id text, target text, source_key text, newest text, house_guid text, mkd_code text, city_norm text,
  street_norm text, number_key text, ogrn text, inn text, house_id text, company_id text, data text, raw text
);

create index stage_tabular_import on stage_tabular (import_id, target, source_key);
