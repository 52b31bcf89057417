-- Links of «forgot password»: one use, half an hour, only their hash.
CREATE TABLE password_reset (
  token_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);

CREATE INDEX password_reset_account ON password_reset (account_id);

CREATE INDEX password_reset_expiry ON password_reset (expires_at);
