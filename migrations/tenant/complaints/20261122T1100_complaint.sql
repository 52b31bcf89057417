-- Complaints of the region: the complaint itself, its photos, answers, grade, deliveries and the trail of everything that happened.
-- append-only: complaint_event
CREATE TABLE complaint_norm (
  id text PRIMARY KEY,
  code text NOT NULL,
  origin text NOT NULL CHECK (origin IN ('federal', 'region')),
  version integer NOT NULL,
  rule text NOT NULL,
  rule_en text NOT NULL,
  act text NOT NULL,
  amount integer NOT NULL CHECK (amount >= 0),
  unit text NOT NULL CHECK (unit IN ('min', 'h', 'd', 'working-day', 'calendar-day', 'immediately')),
  counting text NOT NULL CHECK (counting IN ('clock', 'clock-window', 'calendar', 'working')),
  window_from smallint,
  window_to smallint,
  stops_at text NOT NULL CHECK (stops_at IN ('answer', 'reaction')),
  sure text NOT NULL CHECK (sure IN ('verified', 'secondary', 'recalled')),
  source text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  checked_at date NOT NULL,
  UNIQUE (code, origin, version)
);

CREATE TABLE complaint_category (
  code text PRIMARY KEY,
  group_code text NOT NULL,
  group_name text NOT NULL,
  group_name_en text NOT NULL,
  icon text NOT NULL,
  position integer NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  keywords text NOT NULL,
  priority text NOT NULL CHECK (priority IN ('stop', 'urgent', 'normal')),
  answer_norm text,
  repair_norm text,
  repair_title text NOT NULL,
  repair_title_en text NOT NULL,
  question text NOT NULL,
  question_en text NOT NULL,
  hint text NOT NULL,
  hint_en text NOT NULL,
  valid_from date NOT NULL DEFAULT '2020-01-01',
  valid_to date
);

CREATE SEQUENCE complaint_number_seq START 1001;

CREATE TABLE complaint (
  id uuid PRIMARY KEY,
  number bigint NOT NULL UNIQUE DEFAULT nextval('complaint_number_seq'),
  author_id uuid NOT NULL,
  contact_name text NOT NULL DEFAULT '',
  idempotency_key uuid NOT NULL,
  fingerprint text NOT NULL,
  category_code text NOT NULL REFERENCES complaint_category (code),
  title text NOT NULL,
  body text NOT NULL,
  place text NOT NULL DEFAULT '',
  flat text NOT NULL DEFAULT '',
  house_id uuid,
  typed_address text,
  address text NOT NULL,
  municipality text,
  oktmo text,
  time_zone text NOT NULL,
  addressee text NOT NULL CHECK (addressee IN ('company', 'authority')),
  company_id uuid,
  company_name text NOT NULL DEFAULT '',
  status text NOT NULL,
  priority text NOT NULL,
  filed_at timestamptz NOT NULL,
  clock_started_at timestamptz NOT NULL,
  round integer NOT NULL DEFAULT 0,
  refuted_count integer NOT NULL DEFAULT 0,
  answer_norm_id text REFERENCES complaint_norm (id),
  answer_due_at timestamptz,
  answer_stopped_at timestamptz,
  repair_norm_id text REFERENCES complaint_norm (id),
  repair_due_at timestamptz,
  repair_stopped_at timestamptz,
  due_uncertain boolean NOT NULL DEFAULT false,
  opened_at timestamptz,
  performer text NOT NULL DEFAULT '',
  answered_at timestamptz,
  react_until timestamptz,
  closed_at timestamptz,
  search_text text NOT NULL,
  UNIQUE (author_id, idempotency_key),
  CHECK (house_id IS NOT NULL OR typed_address IS NOT NULL),
  CHECK (addressee <> 'company' OR company_id IS NOT NULL)
);

CREATE INDEX complaint_author ON complaint (author_id, filed_at DESC, id);

CREATE INDEX complaint_inbox ON complaint (company_id, status, answer_due_at, id);

CREATE INDEX complaint_house ON complaint (house_id, category_code, filed_at DESC);

CREATE INDEX complaint_filed ON complaint (filed_at DESC, id);

CREATE INDEX complaint_answer_due ON complaint (answer_due_at) WHERE answer_stopped_at IS NULL AND closed_at IS NULL;

CREATE INDEX complaint_react ON complaint (react_until) WHERE react_until IS NOT NULL;

CREATE INDEX complaint_search ON complaint USING gin (search_text gin_trgm_ops);

CREATE TABLE complaint_answer (
  id uuid PRIMARY KEY,
  complaint_id uuid NOT NULL REFERENCES complaint (id),
  author_id uuid NOT NULL,
  author_label text NOT NULL,
  organisation_name text NOT NULL,
  body text NOT NULL,
  at timestamptz NOT NULL,
  round integer NOT NULL,
  in_time boolean
);

CREATE INDEX complaint_answer_complaint ON complaint_answer (complaint_id, at);

CREATE TABLE complaint_photo (
  id uuid PRIMARY KEY,
  complaint_id uuid NOT NULL REFERENCES complaint (id),
  answer_id uuid REFERENCES complaint_answer (id),
  file_id uuid NOT NULL UNIQUE,
  width integer,
  height integer,
  position integer NOT NULL,
  added_at timestamptz NOT NULL
);

CREATE INDEX complaint_photo_complaint ON complaint_photo (complaint_id, position);

CREATE TABLE complaint_event (
  id uuid PRIMARY KEY,
  complaint_id uuid NOT NULL REFERENCES complaint (id),
  at timestamptz NOT NULL,
  kind text NOT NULL,
  actor_kind text NOT NULL CHECK (actor_kind IN ('resident', 'company', 'authority', 'system')),
  actor_id uuid,
  actor_label text NOT NULL DEFAULT '',
  internal boolean NOT NULL DEFAULT false,
  detail jsonb NOT NULL DEFAULT '{}',
  answer_due_before timestamptz,
  answer_due_after timestamptz,
  norm_id text
);

CREATE INDEX complaint_event_complaint ON complaint_event (complaint_id, at, id);

CREATE TABLE complaint_delivery (
  id uuid PRIMARY KEY,
  complaint_id uuid NOT NULL REFERENCES complaint (id),
  round integer NOT NULL,
  company_id uuid,
  channel text NOT NULL CHECK (channel IN ('cabinet', 'letter', 'call', 'authority')),
  state text NOT NULL CHECK (state IN ('pending', 'sending', 'delivered', 'failed', 'waiting', 'cancelled')),
  tries integer NOT NULL DEFAULT 0,
  next_try_at timestamptz,
  lease_until timestamptz,
  last_error text,
  in_doubt boolean NOT NULL DEFAULT false,
  recipient text,
  message_id text,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  opened_at timestamptz,
  escalate_at timestamptz,
  UNIQUE (complaint_id, round, channel)
);

CREATE INDEX complaint_delivery_due ON complaint_delivery (next_try_at) WHERE state IN ('pending', 'sending');

CREATE INDEX complaint_delivery_waiting ON complaint_delivery (created_at) WHERE state IN ('waiting', 'failed');

CREATE INDEX complaint_delivery_unopened ON complaint_delivery (escalate_at) WHERE opened_at IS NULL AND escalate_at IS NOT NULL;

CREATE TABLE complaint_grade (
  complaint_id uuid PRIMARY KEY REFERENCES complaint (id),
  author_id uuid NOT NULL,
  company_id uuid,
  grade smallint NOT NULL CHECK (grade BETWEEN 1 AND 5),
  comment text NOT NULL DEFAULT '',
  at timestamptz NOT NULL
);

CREATE INDEX complaint_grade_company ON complaint_grade (company_id, at);

CREATE TABLE complaint_draft (
  id uuid PRIMARY KEY,
  author_id uuid NOT NULL,
  house_id uuid,
  typed_address text,
  category_code text NOT NULL,
  body text NOT NULL,
  place text NOT NULL,
  flat text NOT NULL,
  contact_name text NOT NULL,
  file_ids uuid[] NOT NULL DEFAULT '{}',
  updated_at timestamptz NOT NULL
);

CREATE INDEX complaint_draft_author ON complaint_draft (author_id, updated_at DESC);

CREATE VIEW invariant_complaints_delivery AS
SELECT c.id AS complaint_id, 'addressed to a company, no delivery of this round' AS broken
FROM complaint c
WHERE c.addressee = 'company' AND c.status <> 'withdrawn'
  AND NOT EXISTS (SELECT 1 FROM complaint_delivery d WHERE d.complaint_id = c.id AND d.round = c.round);

CREATE VIEW invariant_complaints_trail AS
SELECT c.id AS complaint_id, 'not exactly one record of filing' AS broken
FROM complaint c
WHERE (SELECT count(*) FROM complaint_event e WHERE e.complaint_id = c.id AND e.kind = 'filed') <> 1;

CREATE VIEW invariant_complaints_answer AS
SELECT c.id AS complaint_id, 'answered without an answer' AS broken
FROM complaint c
WHERE c.status IN ('answered', 'confirmed', 'expired', 'refuted')
  AND NOT EXISTS (SELECT 1 FROM complaint_answer a WHERE a.complaint_id = c.id);

CREATE VIEW invariant_complaints_grade AS
SELECT g.complaint_id, 'a grade of somebody else or without an answer' AS broken
FROM complaint_grade g
JOIN complaint c ON c.id = g.complaint_id
WHERE g.author_id <> c.author_id
  OR NOT EXISTS (SELECT 1 FROM complaint_answer a WHERE a.complaint_id = g.complaint_id);

CREATE VIEW invariant_complaints_closed AS
SELECT c.id AS complaint_id, 'closed without a time, or open with one' AS broken
FROM complaint c
WHERE (c.status IN ('confirmed', 'expired', 'withdrawn')) <> (c.closed_at IS NOT NULL);
