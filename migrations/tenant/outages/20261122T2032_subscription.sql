-- Who wants to hear of outages, of which houses and by which way; and what each was last told.
CREATE TABLE outage_reader (
  account_id uuid PRIMARY KEY,
  by_mail boolean NOT NULL DEFAULT false,
  by_sms boolean NOT NULL DEFAULT false,
  email text,
  email_confirmed_at timestamptz,
  confirm_hash text UNIQUE,
  confirm_until timestamptz,
  stop_token text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE outage_subscription (
  account_id uuid NOT NULL REFERENCES outage_reader (account_id) ON DELETE CASCADE,
  house_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, house_id)
);

CREATE INDEX outage_subscription_of_house ON outage_subscription (house_id);

CREATE TABLE outage_telling (
  outage_id uuid NOT NULL REFERENCES outage (id) ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES outage_reader (account_id) ON DELETE CASCADE,
  due_at timestamptz,
  waiting_since timestamptz,
  told_revision integer NOT NULL DEFAULT 0,
  told_state text,
  told_ends_at timestamptz,
  PRIMARY KEY (outage_id, account_id)
);

CREATE INDEX outage_telling_due ON outage_telling (due_at) WHERE due_at IS NOT NULL;
