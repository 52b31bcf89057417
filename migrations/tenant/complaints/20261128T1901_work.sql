-- Deliveries of complaints take the states of work as a row: waiting, done, parked, discarded; a letter in hand is waiting with a lease.
-- `in_doubt` becomes the count `doubts`; the old column leaves in a later release.
ALTER TABLE complaint_delivery ADD COLUMN doubts integer NOT NULL DEFAULT 0;

ALTER TABLE complaint_delivery DROP CONSTRAINT complaint_delivery_state_check;

UPDATE complaint_delivery SET doubts = in_doubt::int, state = CASE state
  WHEN 'pending' THEN 'waiting' WHEN 'sending' THEN 'waiting' WHEN 'delivered' THEN 'done'
  WHEN 'failed' THEN 'parked' WHEN 'cancelled' THEN 'discarded' ELSE state END,
  next_try_at = CASE WHEN state = 'failed' THEN coalesce(next_try_at, created_at) ELSE next_try_at END;

ALTER TABLE complaint_delivery ADD CONSTRAINT complaint_delivery_state CHECK (state IN ('waiting', 'done', 'parked', 'discarded'));

DROP INDEX complaint_delivery_due;

DROP INDEX complaint_delivery_waiting;

CREATE INDEX complaint_delivery_due ON complaint_delivery (next_try_at, id) WHERE state = 'waiting';

CREATE INDEX complaint_delivery_waiting ON complaint_delivery (created_at) WHERE state IN ('waiting', 'parked');
