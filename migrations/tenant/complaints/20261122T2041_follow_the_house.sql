-- Complaints follow a house to its new company: what left whom and when, the answer's own clock, whose answer it was.
-- append-only: complaint_handover
CREATE TABLE complaint_handover (
  id uuid PRIMARY KEY,
  complaint_id uuid NOT NULL REFERENCES complaint (id),
  number bigint NOT NULL,
  title text NOT NULL,
  house_id uuid NOT NULL,
  address text NOT NULL,
  from_company_id uuid,
  to_company_id uuid,
  to_company_name text NOT NULL,
  round integer NOT NULL,
  status_before text NOT NULL,
  was_late boolean NOT NULL,
  changed_on date NOT NULL,
  at timestamptz NOT NULL,
  CHECK (from_company_id IS DISTINCT FROM to_company_id),
  UNIQUE (complaint_id, round)
);

CREATE INDEX complaint_handover_from ON complaint_handover (from_company_id, at DESC);

ALTER TABLE complaint ADD COLUMN answer_started_at timestamptz;

ALTER TABLE complaint_answer ADD COLUMN company_id uuid;

UPDATE complaint_answer SET company_id = complaint.company_id
FROM complaint
WHERE complaint.id = complaint_answer.complaint_id AND complaint.addressee = 'company';

CREATE INDEX complaint_answer_company ON complaint_answer (company_id, at);

CREATE INDEX complaint_company_of_house ON complaint (house_id, company_id) WHERE closed_at IS NULL;
