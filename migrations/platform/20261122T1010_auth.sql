-- Who signs in above the regions: operators and partner businesses, their sessions, second factors and budgets.
CREATE TABLE operator_account (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE,
  name text NOT NULL DEFAULT '',
  role text NOT NULL DEFAULT 'operator' CHECK (role IN ('operator', 'support')),
  locale text CHECK (locale IN ('ru', 'en')),
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'blocked')),
  created_at timestamptz NOT NULL
);

CREATE TABLE partner_account (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE,
  name text NOT NULL DEFAULT '',
  business_name text NOT NULL DEFAULT '',
  locale text CHECK (locale IN ('ru', 'en')),
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'blocked')),
  created_at timestamptz NOT NULL
);

CREATE TABLE operator_session (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES operator_account (id),
  stage text NOT NULL CHECK (stage IN ('second-factor', 'enrol', 'full')),
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  idle_until timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  device text NOT NULL DEFAULT ''
);

CREATE INDEX operator_session_account ON operator_session (account_id);

CREATE TABLE partner_session (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES partner_account (id),
  stage text NOT NULL CHECK (stage IN ('second-factor', 'enrol', 'full')),
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  idle_until timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  device text NOT NULL DEFAULT ''
);

CREATE INDEX partner_session_account ON partner_session (account_id);

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
