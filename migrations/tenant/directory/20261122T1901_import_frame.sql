-- Imports that wait for «apply» after a dry run, tell how far they are, and name the file of an archive a refused row is in.
alter table import_run drop constraint import_run_state_check;

alter table import_run add constraint import_run_state_check
  check (state in ('running', 'staged', 'done', 'failed', 'stopped', 'expired'));

alter table import_run add column bytes_read bigint not null default 0;

alter table import_run add column expires_at timestamptz;

alter table import_failed_row add column entry text;
