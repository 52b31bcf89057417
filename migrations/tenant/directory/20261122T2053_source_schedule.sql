-- Where and when a source is fetched by itself: the folder of incoming files, an address, a passport page that names the newest file.
create table source_schedule (
  id uuid primary key,
  connector text not null,
  kind text not null check (kind in ('inbox', 'url', 'passport')),
  address text,
  cron text not null,
  mode text not null check (mode in ('check', 'load')),
  enabled boolean not null,
  next_at timestamptz not null,
  last_at timestamptz,
  last_state text check (last_state in ('queued', 'unchanged', 'nothing', 'failed')),
  last_error text,
  last_import_id uuid,
  etag text,
  last_modified text,
  last_sha256 text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((kind = 'inbox') = (address is null))
);

create unique index source_schedule_once on source_schedule (connector, kind, coalesce(address, ''));

create index source_schedule_due on source_schedule (next_at) where enabled;
