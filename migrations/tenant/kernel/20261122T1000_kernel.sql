-- What the kernel keeps in every region: events on their way, the audit trail, settings, runs of jobs.
CREATE TABLE event_delivery (
  id uuid PRIMARY KEY,
  event text NOT NULL,
  handler text NOT NULL,
  payload jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'done', 'parked', 'discarded')),
  tries integer NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL,
  last_error text,
  created_at timestamptz NOT NULL,
  done_at timestamptz,
  CHECK ((state IN ('done', 'discarded')) = (done_at IS NOT NULL))
);

CREATE INDEX event_delivery_due ON event_delivery (next_try_at, id) WHERE state = 'waiting';

CREATE INDEX event_delivery_parked ON event_delivery (created_at DESC) WHERE state = 'parked';

CREATE INDEX event_delivery_old ON event_delivery (done_at) WHERE state IN ('done', 'discarded');

-- append-only: audit_entry
CREATE TABLE audit_entry (
  seq bigint PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  at timestamptz NOT NULL,
  actor_kind text NOT NULL,
  actor_id text,
  action text NOT NULL,
  subject_type text NOT NULL,
  subject_id text NOT NULL,
  detail jsonb NOT NULL,
  request_id text NOT NULL,
  prev_hash text NOT NULL UNIQUE,
  hash text NOT NULL UNIQUE
);

CREATE INDEX audit_entry_subject ON audit_entry (subject_type, subject_id, seq DESC);

CREATE TABLE audit_head (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  seq bigint NOT NULL,
  hash text NOT NULL
);

INSERT INTO audit_head (one, seq, hash) VALUES (true, 0, repeat('0', 64));

CREATE TABLE setting (
  module text PRIMARY KEY,
  value jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text
);

CREATE TABLE job_run (
  id uuid PRIMARY KEY,
  job text NOT NULL,
  due_at timestamptz,
  state text NOT NULL CHECK (state IN ('running', 'done', 'failed', 'parked', 'discarded')),
  tries integer NOT NULL DEFAULT 0,
  input jsonb NOT NULL,
  started_at timestamptz NOT NULL,
  heartbeat_at timestamptz NOT NULL,
  finished_at timestamptz,
  last_error text,
  UNIQUE (job, due_at)
);

CREATE INDEX job_run_open ON job_run (state, started_at DESC) WHERE state IN ('running', 'failed', 'parked');

CREATE INDEX job_run_recent ON job_run (job, started_at DESC);

CREATE VIEW invariant_audit_chain WITH (security_invoker = true) AS
SELECT seq, prev_hash FROM (
  SELECT seq, prev_hash, lag(seq, 1, 0::bigint) OVER w AS seq_before, lag(hash, 1, repeat('0', 64)) OVER w AS hash_before
  FROM audit_entry WINDOW w AS (ORDER BY seq)
) chained WHERE prev_hash <> hash_before OR seq <> seq_before + 1;

CREATE VIEW invariant_audit_head WITH (security_invoker = true) AS
SELECT h.seq, h.hash FROM audit_head h
WHERE h.seq <> (SELECT coalesce(max(e.seq), 0) FROM audit_entry e);

CREATE VIEW invariant_event_stuck WITH (security_invoker = true) AS
SELECT id, event, handler, tries FROM event_delivery
WHERE state = 'waiting' AND tries > 50;
