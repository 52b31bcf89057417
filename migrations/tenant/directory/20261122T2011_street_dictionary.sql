-- The address search keeps the streets of a region in memory; this row tells every process when they have changed.
create table street_dictionary (
  one boolean primary key default true check (one),
  version bigint not null
);

insert into street_dictionary (version) values (1);

-- By the table's own schema: an owner's session has another search path than the region's login.
create function street_dictionary_changed() returns trigger language plpgsql as $$
begin
  execute format('update %I.street_dictionary set version = version + 1', tg_table_schema);
  return null;
end $$;

revoke all on function street_dictionary_changed() from public;

create trigger street_dictionary_changed after insert or update or delete or truncate on house_street
  for each statement execute function street_dictionary_changed();

-- Houses of a street in the order of their numbers, and the houses of one number on a street.
create index house_street_order on house (street_id, (left(substring(number_key from '^[0-9]+'), 9)::int), number_key);

create index house_postal_code on house (postal_code) where postal_code is not null;
