-- History of settings: what was changed from what to what, by whom and why; the version tells a form drawn before another's change.
ALTER TABLE setting ADD COLUMN version integer NOT NULL DEFAULT 0;

-- append-only: setting_change
CREATE TABLE setting_change (
  id uuid PRIMARY KEY,
  module text NOT NULL,
  name text NOT NULL,
  version integer NOT NULL,
  from_value jsonb NOT NULL,
  to_value jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text,
  why text
);

CREATE INDEX setting_change_recent ON setting_change (module, version DESC, name);
