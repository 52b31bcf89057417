-- ГАР of the ФНС: objects of addresses, houses, both hierarchies, parameters; addresses assembled from them; which of our houses is which.
create table gar_type (
  dictionary text not null check (dictionary in ('house', 'addhouse', 'object', 'level')),
  code text not null,
  name text not null,
  short_name text not null,
  is_active boolean not null default true,
  fact_date date,
  import_id uuid references import_run (id),
  import_line integer,
  primary key (dictionary, code)
);

insert into gar_type (dictionary, code, name, short_name) values
  ('house', '1', 'Владение', 'влд.'), ('house', '2', 'Дом', 'д.'), ('house', '3', 'Домовладение', 'двлд.'), ('house', '4', 'Гараж', 'г-ж'),
  ('house', '5', 'Здание', 'зд.'), ('house', '6', 'Шахта', 'шахта'), ('house', '7', 'Строение', 'стр.'), ('house', '8', 'Сооружение', 'соор.'),
  ('house', '9', 'Литера', 'литера'), ('house', '10', 'Корпус', 'к.'),
  ('addhouse', '1', 'Корпус', 'к.'), ('addhouse', '2', 'Строение', 'стр.'), ('addhouse', '3', 'Сооружение', 'соор.'), ('addhouse', '4', 'Литера', 'литера');

create table gar_object (
  id bigint primary key,
  object_id bigint not null,
  guid uuid not null,
  name text not null,
  type_name text not null,
  print text not null,
  name_norm text not null,
  level smallint not null,
  is_actual boolean not null,
  is_active boolean not null,
  end_date date not null,
  fact_date date not null,
  import_id uuid not null,
  import_line integer not null
);

create index gar_object_object on gar_object (object_id);

create table gar_house (
  id bigint primary key,
  object_id bigint not null,
  guid uuid not null,
  number text,
  house_type text,
  add_number1 text,
  add_type1 text,
  add_number2 text,
  add_type2 text,
  number_key text not null,
  is_actual boolean not null,
  is_active boolean not null,
  end_date date not null,
  fact_date date not null,
  import_id uuid not null,
  import_line integer not null
);

create index gar_house_object on gar_house (object_id);

create table gar_place (
  tree text not null check (tree in ('adm', 'mun')),
  id bigint not null,
  object_id bigint not null,
  parent_id bigint,
  path text not null,
  oktmo text,
  is_active boolean not null,
  fact_date date not null,
  import_id uuid not null,
  import_line integer not null,
  primary key (tree, id)
);

create index gar_place_object on gar_place (object_id);

create table gar_param (
  id bigint primary key,
  object_id bigint not null,
  type_id smallint not null,
  value text not null,
  end_date date not null,
  fact_date date not null,
  import_id uuid not null,
  import_line integer not null
);

create index gar_param_object on gar_param (object_id);

create table gar_registry (
  object_id bigint primary key,
  guid uuid not null,
  level smallint not null,
  is_active boolean not null,
  fact_date date not null,
  import_id uuid not null,
  import_line integer not null
);

-- Text of an object of addresses down to itself, by both hierarchies.
create table gar_object_text (
  object_id bigint primary key,
  adm_text text not null,
  mun_text text not null,
  city_norm text not null,
  street_norm text not null,
  postal_code text,
  oktmo text,
  import_id uuid not null
);

create table gar_address (
  object_id bigint primary key,
  guid uuid not null,
  adm_text text not null,
  mun_text text not null,
  number_text text not null,
  city_norm text not null,
  street_norm text not null,
  number_key text not null,
  postal_code text,
  oktmo text,
  cadastral text,
  apartment_house boolean not null,
  ended_on date,
  fact_date date not null,
  import_id uuid not null,
  import_line integer not null
);

create index gar_address_guid on gar_address (guid);

create table house_gar (
  house_id uuid primary key references house (id),
  object_id bigint not null,
  how text not null check (how in ('guid', 'address', 'reviewed')),
  fact_date date not null,
  import_id uuid not null references import_run (id),
  import_line integer not null
);

create index house_gar_object on house_gar (object_id);

create table house_match_review (
  house_id uuid not null references house (id),
  object_id bigint not null,
  likeness real not null,
  state text not null default 'open' check (state in ('open', 'confirmed', 'refused')),
  import_id uuid not null references import_run (id),
  found_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  primary key (house_id, object_id)
);

create index house_match_review_open on house_match_review (found_at) where state = 'open';

create unlogged table stage_gar_type (
  import_id text, line text, dictionary text, code text, name text, short_name text, is_active text, fact_date text
);

create unlogged table stage_gar_object (
  import_id text, line text, id text, object_id text, guid text, name text, type_name text, print text, name_norm text, level text, is_actual text,
  is_active text, end_date text, fact_date text
);

create unlogged table stage_gar_house (
  import_id text, line text, id text, object_id text, guid text, number text, house_type text, add_number1 text, add_type1 text, add_number2 text,
  add_type2 text, number_key text, is_actual text, is_active text, end_date text, fact_date text
);

create unlogged table stage_gar_place (
  import_id text, line text, tree text, id text, object_id text, parent_id text, path text, oktmo text, is_active text, fact_date text
);

create unlogged table stage_gar_param (
  import_id text, line text, id text, object_id text, type_id text, value text, end_date text, fact_date text
);

create unlogged table stage_gar_registry (
  import_id text, line text, object_id text, guid text, level text, is_active text, fact_date text
);
