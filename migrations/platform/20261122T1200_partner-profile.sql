-- What a partner business says of itself, and the regions it wants to serve. Offers live in the regions, not here.
CREATE TABLE partner_profile (
  account_id uuid PRIMARY KEY REFERENCES partner_account (id),
  name text NOT NULL,
  inn text NOT NULL CHECK (inn ~ '^([0-9]{10}|[0-9]{12})$'),
  address text NOT NULL,
  phone text NOT NULL,
  opening_hours text NOT NULL DEFAULT '',
  about text NOT NULL DEFAULT '',
  updated_at timestamptz NOT NULL
);

CREATE TABLE partner_region (
  account_id uuid NOT NULL REFERENCES partner_account (id),
  tenant_id uuid NOT NULL REFERENCES tenant (id),
  since timestamptz NOT NULL,
  PRIMARY KEY (account_id, tenant_id)
);

CREATE INDEX partner_region_tenant ON partner_region (tenant_id);
