-- Letters and SMS on their way to people: queued in the transaction of the fact, sent by the worker, kept with their outcome.
CREATE TABLE outgoing_message (
  id uuid PRIMARY KEY,
  key text NOT NULL UNIQUE,
  channel text NOT NULL CHECK (channel IN ('mail', 'sms')),
  recipient text NOT NULL,
  subject text NOT NULL DEFAULT '',
  text text NOT NULL,
  html text,
  purpose text NOT NULL,
  message_id text NOT NULL,
  state text NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'retry', 'in_doubt', 'parked', 'discarded')),
  tries integer NOT NULL DEFAULT 0,
  doubts integer NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL,
  lease_until timestamptz,
  expires_at timestamptz,
  last_error text,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  CHECK ((state = 'sending') = (lease_until IS NOT NULL)),
  CHECK ((state = 'sent') = (sent_at IS NOT NULL))
);

CREATE INDEX outgoing_message_due ON outgoing_message (next_try_at, id) WHERE state IN ('queued', 'retry', 'in_doubt');

CREATE INDEX outgoing_message_lease ON outgoing_message (lease_until) WHERE state = 'sending';

CREATE INDEX outgoing_message_parked ON outgoing_message (created_at DESC) WHERE state = 'parked';

CREATE INDEX outgoing_message_old ON outgoing_message (created_at) WHERE state IN ('sent', 'discarded');
