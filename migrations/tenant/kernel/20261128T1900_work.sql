-- Work as a row: events, messages and job runs share the states waiting, done, parked, discarded; a row in hand is waiting with a lease.
-- Columns stay; `heartbeat_at` of job_run leaves in a later release.
ALTER TABLE event_delivery ADD COLUMN lease_until timestamptz;

ALTER TABLE outgoing_message DROP CONSTRAINT outgoing_message_state_check;

ALTER TABLE outgoing_message DROP CONSTRAINT outgoing_message_check;

ALTER TABLE outgoing_message DROP CONSTRAINT outgoing_message_check1;

UPDATE outgoing_message SET state = CASE WHEN state = 'sent' THEN 'done' ELSE 'waiting' END
WHERE state IN ('queued', 'sending', 'sent', 'retry', 'in_doubt');

ALTER TABLE outgoing_message ADD CONSTRAINT outgoing_message_state CHECK (state IN ('waiting', 'done', 'parked', 'discarded'));

ALTER TABLE outgoing_message ADD CONSTRAINT outgoing_message_lease CHECK (lease_until IS NULL OR state = 'waiting');

ALTER TABLE outgoing_message ADD CONSTRAINT outgoing_message_sent CHECK ((state = 'done') = (sent_at IS NOT NULL));

DROP INDEX outgoing_message_due;

DROP INDEX outgoing_message_lease;

DROP INDEX outgoing_message_old;

CREATE INDEX outgoing_message_due ON outgoing_message (next_try_at, id) WHERE state = 'waiting';

CREATE INDEX outgoing_message_old ON outgoing_message (created_at) WHERE state IN ('done', 'discarded');

ALTER TABLE job_run ADD COLUMN next_try_at timestamptz;

ALTER TABLE job_run ADD COLUMN lease_until timestamptz;

ALTER TABLE job_run ADD COLUMN doubts integer NOT NULL DEFAULT 0;

ALTER TABLE job_run DROP CONSTRAINT job_run_state_check;

UPDATE job_run SET next_try_at = coalesce(finished_at, started_at),
  lease_until = CASE WHEN state = 'running' THEN heartbeat_at + interval '45 seconds' END,
  state = CASE WHEN state IN ('running', 'failed') THEN 'waiting' ELSE state END;

ALTER TABLE job_run ADD CONSTRAINT job_run_state CHECK (state IN ('waiting', 'done', 'parked', 'discarded'));

DROP INDEX job_run_open;

CREATE INDEX job_run_due ON job_run (next_try_at, id) WHERE state = 'waiting';

CREATE INDEX job_run_parked ON job_run (next_try_at DESC) WHERE state = 'parked';
