-- The control plane: regions, their hosts, plans, switches, and what operators did. Regions' logins see none of it.
CREATE TABLE plan (
  code text PRIMARY KEY,
  title text NOT NULL,
  title_en text NOT NULL,
  price_kopecks bigint NOT NULL CHECK (price_kopecks >= 0),
  position integer NOT NULL
);

CREATE TABLE plan_module (
  plan text NOT NULL REFERENCES plan (code),
  module text NOT NULL,
  PRIMARY KEY (plan, module)
);

CREATE TABLE tenant (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z][a-z0-9-]{1,30}$'),
  name text NOT NULL,
  name_en text NOT NULL,
  subject_code text NOT NULL,
  state text NOT NULL CHECK (state IN ('provisioning', 'active', 'suspended', 'archived')),
  schema_name text NOT NULL UNIQUE,
  role_name text NOT NULL UNIQUE,
  time_zone text NOT NULL,
  brand jsonb NOT NULL,
  plan text NOT NULL REFERENCES plan (code),
  schema_digest text,
  created_at timestamptz NOT NULL,
  activated_at timestamptz
);

CREATE TABLE tenant_host (
  host text PRIMARY KEY CHECK (host = lower(host)),
  tenant_id uuid NOT NULL REFERENCES tenant (id),
  position integer NOT NULL,
  UNIQUE (tenant_id, position)
);

CREATE TABLE provision_step (
  tenant_id uuid NOT NULL REFERENCES tenant (id),
  step text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  tries integer NOT NULL DEFAULT 0,
  started_at timestamptz,
  finished_at timestamptz,
  error text,
  PRIMARY KEY (tenant_id, step)
);

CREATE TABLE entitlement (
  tenant_id uuid NOT NULL REFERENCES tenant (id),
  module text NOT NULL,
  source text NOT NULL,
  until timestamptz,
  PRIMARY KEY (tenant_id, module)
);

CREATE TABLE module_flag (
  tenant_id uuid NOT NULL REFERENCES tenant (id),
  module text NOT NULL,
  is_on boolean NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by uuid,
  PRIMARY KEY (tenant_id, module)
);

-- append-only: operator_audit
CREATE TABLE operator_audit (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  operator_id uuid,
  action text NOT NULL,
  subject text NOT NULL,
  region text,
  detail jsonb NOT NULL
);

CREATE INDEX operator_audit_at ON operator_audit (at DESC);

CREATE TABLE isolation_check (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  checks integer NOT NULL,
  failures integer NOT NULL,
  detail jsonb NOT NULL
);

INSERT INTO plan (code, title, title_en, price_kopecks, position) VALUES
  ('start', 'Старт', 'Start', 9000000, 1),
  ('region', 'Регион', 'Region', 24000000, 2),
  ('region-plus', 'Регион плюс', 'Region plus', 45000000, 3);

INSERT INTO plan_module (plan, module) VALUES
  ('start', 'directory'),
  ('start', 'complaints'),
  ('region', 'directory'),
  ('region', 'complaints'),
  ('region', 'rating'),
  ('region', 'chatbot'),
  ('region-plus', 'directory'),
  ('region-plus', 'complaints'),
  ('region-plus', 'rating'),
  ('region-plus', 'chatbot'),
  ('region-plus', 'bonus');
