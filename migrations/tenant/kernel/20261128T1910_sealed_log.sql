-- The sealed log: entries are written in the transaction of the fact and chained in batches by the worker. Content lies apart, so it can be erased.
-- append-only: sealed_entry
-- append-only: sealed_link
CREATE TABLE sealed_entry (
  id uuid PRIMARY KEY,
  stream text NOT NULL,
  subject_type text NOT NULL,
  subject_id text NOT NULL,
  at timestamptz NOT NULL,
  digest text NOT NULL
);

CREATE INDEX sealed_entry_subject ON sealed_entry (subject_type, subject_id, id DESC);

CREATE INDEX sealed_entry_stream ON sealed_entry (stream, id DESC);

CREATE TABLE sealed_content (
  entry_id uuid PRIMARY KEY REFERENCES sealed_entry (id),
  salt text NOT NULL,
  content jsonb NOT NULL
);

CREATE TABLE sealed_tail (
  entry_id uuid PRIMARY KEY
);

CREATE TABLE sealed_link (
  seq bigint PRIMARY KEY,
  entry_id uuid NOT NULL UNIQUE REFERENCES sealed_entry (id),
  prev_hash text NOT NULL UNIQUE,
  hash text NOT NULL UNIQUE
);

CREATE TABLE sealed_head (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  seq bigint NOT NULL,
  hash text NOT NULL
);

-- The marked point: `audit_entry` ends at `audit_head` and is verified by its old rule; the sealed log goes on from that hash.
INSERT INTO sealed_head (one, seq, hash) SELECT true, seq, hash FROM audit_head;

CREATE VIEW invariant_sealed_log WITH (security_invoker = true) AS
SELECT seq, prev_hash FROM (
  SELECT l.seq, l.prev_hash, lag(l.seq, 1, h.seq) OVER w AS seq_before, lag(l.hash, 1, h.hash) OVER w AS hash_before
  FROM sealed_link l CROSS JOIN audit_head h WINDOW w AS (ORDER BY l.seq)
) chained WHERE prev_hash <> hash_before OR seq <> seq_before + 1;
