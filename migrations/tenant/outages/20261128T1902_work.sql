-- Tellings of outages become work as a row. `due_at` is followed by `next_try_at` and leaves in a later release.
ALTER TABLE outage_telling ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();

ALTER TABLE outage_telling ADD COLUMN state text NOT NULL DEFAULT 'waiting';

ALTER TABLE outage_telling ADD COLUMN tries integer NOT NULL DEFAULT 0;

ALTER TABLE outage_telling ADD COLUMN next_try_at timestamptz;

ALTER TABLE outage_telling ADD COLUMN lease_until timestamptz;

ALTER TABLE outage_telling ADD COLUMN last_error text;

UPDATE outage_telling SET next_try_at = due_at, state = CASE WHEN due_at IS NULL THEN 'done' ELSE 'waiting' END;

ALTER TABLE outage_telling ADD CONSTRAINT outage_telling_id UNIQUE (id);

ALTER TABLE outage_telling ADD CONSTRAINT outage_telling_work CHECK (state IN ('waiting', 'done', 'parked', 'discarded'));

DROP INDEX outage_telling_due;

CREATE INDEX outage_telling_due ON outage_telling (next_try_at, id) WHERE state = 'waiting';

CREATE INDEX outage_telling_parked ON outage_telling (next_try_at DESC) WHERE state = 'parked';
