-- Interruptions of utilities: what is off, when, why, in which houses; every correction kept. Codes follow the outage-report schema of ГИС ЖКХ.
-- append-only: outage_change
CREATE SEQUENCE outage_number_seq START 101;

CREATE TABLE outage (
  id uuid PRIMARY KEY,
  number bigint NOT NULL UNIQUE DEFAULT nextval('outage_number_seq'),
  source_key text UNIQUE,
  kind text NOT NULL CHECK (kind IN ('planned', 'emergency')),
  type text NOT NULL CHECK (type IN ('PAUSE', 'LIMITATION', 'SUSPENSION')),
  services text[] NOT NULL CHECK (cardinality(services) BETWEEN 1 AND 7),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz CHECK (ends_at > starts_at),
  time_zone text NOT NULL,
  reason_code text NOT NULL,
  reason_text text NOT NULL DEFAULT '',
  info text NOT NULL DEFAULT '',
  place text NOT NULL,
  house_count integer NOT NULL CHECK (house_count > 0),
  flat_count integer NOT NULL DEFAULT 0,
  municipality text,
  oktmo text,
  company_id uuid,
  supplier text NOT NULL DEFAULT '',
  author_kind text NOT NULL CHECK (author_kind IN ('company', 'authority', 'source')),
  author_id uuid,
  author_name text NOT NULL,
  state text NOT NULL CHECK (state IN ('announced', 'over', 'cancelled')),
  revision integer NOT NULL DEFAULT 1,
  announced_at timestamptz NOT NULL,
  closed_at timestamptz,
  closed_by text CHECK (closed_by IN ('person', 'clock')),
  cancel_reason text NOT NULL DEFAULT '',
  reminded_revision integer NOT NULL DEFAULT 0,
  idempotency_key uuid NOT NULL UNIQUE,
  search_text text NOT NULL,
  import_id uuid,
  import_line integer
);

CREATE INDEX outage_of_company ON outage (company_id, starts_at DESC);

CREATE INDEX outage_open ON outage (ends_at) WHERE state = 'announced';

CREATE INDEX outage_by_start ON outage (starts_at DESC);

CREATE TABLE outage_house (
  outage_id uuid NOT NULL REFERENCES outage (id) ON DELETE CASCADE,
  house_id uuid NOT NULL,
  company_id uuid,
  municipality text,
  oktmo text,
  address text NOT NULL,
  flats integer,
  PRIMARY KEY (outage_id, house_id)
);

CREATE INDEX outage_house_of_house ON outage_house (house_id);

CREATE INDEX outage_house_of_company ON outage_house (company_id);

CREATE TABLE outage_change (
  id uuid PRIMARY KEY,
  outage_id uuid NOT NULL REFERENCES outage (id) ON DELETE CASCADE,
  at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind IN ('announced', 'moved', 'finished', 'cancelled', 'closed')),
  actor_kind text NOT NULL CHECK (actor_kind IN ('company', 'authority', 'source', 'system')),
  actor_id uuid,
  actor_name text NOT NULL DEFAULT '',
  organisation text NOT NULL DEFAULT '',
  ends_before timestamptz,
  ends_after timestamptz,
  reason text NOT NULL DEFAULT '',
  revision integer NOT NULL
);

CREATE INDEX outage_change_of_outage ON outage_change (outage_id, at);

CREATE TABLE outage_complaint (
  complaint_id uuid NOT NULL,
  outage_id uuid NOT NULL REFERENCES outage (id) ON DELETE CASCADE,
  filed_at timestamptz NOT NULL,
  PRIMARY KEY (complaint_id, outage_id)
);

CREATE INDEX outage_complaint_of_outage ON outage_complaint (outage_id);
