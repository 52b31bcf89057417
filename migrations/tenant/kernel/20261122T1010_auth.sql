-- Who signs in to a region: accounts, memberships, sessions, codes, second factors, invitations, consents.
CREATE TABLE authority (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('department', 'inspectorate', 'municipality')),
  territories text[],
  email text,
  created_at timestamptz NOT NULL
);

CREATE TABLE account (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('resident', 'staff')),
  phone text UNIQUE,
  email text UNIQUE,
  name text NOT NULL DEFAULT '',
  locale text CHECK (locale IN ('ru', 'en')),
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'blocked', 'erased')),
  created_at timestamptz NOT NULL,
  erase_after timestamptz,
  CHECK (state = 'erased' OR (kind = 'resident' AND phone IS NOT NULL) OR (kind = 'staff' AND email IS NOT NULL))
);

CREATE TABLE membership (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  role text NOT NULL CHECK (role IN ('company-employee', 'company-admin', 'official', 'region-admin')),
  organisation_kind text NOT NULL CHECK (organisation_kind IN ('company', 'authority')),
  organisation_id uuid NOT NULL,
  organisation_name text NOT NULL,
  territories text[],
  created_at timestamptz NOT NULL,
  ended_at timestamptz
);

CREATE UNIQUE INDEX membership_live ON membership (account_id, organisation_id) WHERE ended_at IS NULL;

CREATE INDEX membership_organisation ON membership (organisation_id) WHERE ended_at IS NULL;

CREATE TABLE session (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES account (id),
  membership_id uuid REFERENCES membership (id),
  stage text NOT NULL CHECK (stage IN ('second-factor', 'enrol', 'full')),
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  idle_until timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  device text NOT NULL DEFAULT ''
);

CREATE INDEX session_account ON session (account_id);

CREATE INDEX session_expiry ON session (expires_at);

CREATE TABLE phone_challenge (
  id uuid PRIMARY KEY,
  cookie_hash bytea NOT NULL UNIQUE,
  phone text NOT NULL,
  code_hash bytea NOT NULL,
  code_salt bytea NOT NULL,
  sends integer NOT NULL DEFAULT 1,
  tries integer NOT NULL DEFAULT 0,
  sent_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);

CREATE INDEX phone_challenge_expiry ON phone_challenge (expires_at);

CREATE TABLE auth_budget (
  key text PRIMARY KEY,
  window_start timestamptz NOT NULL,
  used integer NOT NULL,
  ends_at timestamptz NOT NULL
);

CREATE INDEX auth_budget_ends ON auth_budget (ends_at);

CREATE TABLE password_credential (
  account_id uuid PRIMARY KEY,
  salt bytea NOT NULL,
  hash bytea NOT NULL,
  cost integer NOT NULL,
  changed_at timestamptz NOT NULL
);

CREATE TABLE totp (
  account_id uuid PRIMARY KEY,
  secret_sealed text NOT NULL,
  confirmed_at timestamptz,
  last_step integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL
);

CREATE TABLE recovery_code (
  account_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  created_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (account_id, code_hash)
);

CREATE TABLE passkey (
  id text PRIMARY KEY,
  account_id uuid NOT NULL,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  used_at timestamptz
);

CREATE INDEX passkey_account ON passkey (account_id);

CREATE TABLE passkey_challenge (
  cookie_hash bytea PRIMARY KEY,
  challenge text NOT NULL,
  account_id uuid,
  expires_at timestamptz NOT NULL
);

CREATE INDEX passkey_challenge_expiry ON passkey_challenge (expires_at);

CREATE TABLE invitation (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  email text NOT NULL,
  organisation_kind text NOT NULL CHECK (organisation_kind IN ('company', 'authority')),
  organisation_id uuid NOT NULL,
  organisation_name text NOT NULL,
  role text NOT NULL CHECK (role IN ('company-employee', 'company-admin', 'official', 'region-admin')),
  territories text[],
  landing_path text NOT NULL,
  invited_by uuid,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  accepted_by uuid,
  revoked_at timestamptz
);

CREATE INDEX invitation_open ON invitation (organisation_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL;

CREATE TABLE consent (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  purpose text NOT NULL,
  text_version text NOT NULL,
  given_at timestamptz NOT NULL,
  given_from text NOT NULL,
  withdrawn_at timestamptz
);

CREATE UNIQUE INDEX consent_live ON consent (account_id, purpose) WHERE withdrawn_at IS NULL;
