-- Imports as work of the worker: queued with a kept file, cancelled, told by phase; failed rows are swept after their time.
alter table import_run drop constraint import_run_state_check;

alter table import_run add constraint import_run_state_check
  check (state in ('queued', 'running', 'staged', 'done', 'failed', 'stopped', 'expired'));

alter table import_run add column mode text not null default 'load' check (mode in ('check', 'load', 'apply'));

alter table import_run add column file_id uuid;

alter table import_run add column phase text check (phase in ('reading', 'checking', 'applying'));

alter table import_run add column cancel_at timestamptz;

alter table import_run add column schedule_id uuid;

alter table import_run add column rows_swept_at timestamptz;

create index import_run_waiting on import_run (started_at) where state in ('queued', 'running');

create index import_run_sha256 on import_run (file_sha256, connector);
