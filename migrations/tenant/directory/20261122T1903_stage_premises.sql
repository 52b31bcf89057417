-- Staged premises are read whole, once: an index only slows COPY down.
drop index stage_premises_import;
