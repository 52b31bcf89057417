-- The mark of the raw record a row came from: at the next import an unchanged record is not even taken apart.
alter table premises add column record_hash bigint;

alter table gar_object add column record_hash bigint;

alter table gar_house add column record_hash bigint;

alter table gar_place add column record_hash bigint;

alter table gar_param add column record_hash bigint;

alter table gar_registry add column record_hash bigint;

alter table stage_premises add column record_hash text;

alter table stage_gar_object add column record_hash text;

alter table stage_gar_house add column record_hash text;

alter table stage_gar_place add column record_hash text;

alter table stage_gar_param add column record_hash text;

alter table stage_gar_registry add column record_hash text;
