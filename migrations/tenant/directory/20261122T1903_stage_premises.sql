-- Staged premises are read whole, once: an index only slows COPY down. Runs of imports are never deleted, and premises come by the
-- million: looking the run up for every one of them is half the time of a load.
drop index stage_premises_import;

alter table premises drop constraint premises_import_id_fkey;
