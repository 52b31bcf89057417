-- The register's own order as an index: its first page no longer sorts a whole region. An index that measured as useless goes.
create index house_register_order on house (search_text, (substring(number_key from '^[0-9]+')::int), number_key, id);

drop index house_company_area;
