-- Tables of outages on their way in: a company's checked upload, and the staging of imported reports.
CREATE TABLE outage_upload (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL,
  account_id uuid NOT NULL,
  file_name text NOT NULL,
  rows jsonb NOT NULL,
  refused jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  announced_at timestamptz
);

CREATE INDEX outage_upload_by_age ON outage_upload (created_at);

CREATE UNLOGGED TABLE stage_outage (
  import_id text,
  line text,
  raw text,
  source_key text,
  kind text,
  type text,
  services text,
  starts_at text,
  ends_at text,
  reason_code text,
  reason_text text,
  info text,
  status text,
  cancel_reason text,
  supplier text,
  ogrn text,
  house_guid text,
  address text
);

CREATE INDEX stage_outage_run ON stage_outage (import_id, source_key);
