-- Photos of the region: what was stored, by whom and to what it belongs. The bytes lie in the file store under `key`.
CREATE TABLE file (
  id uuid PRIMARY KEY,
  key text NOT NULL UNIQUE,
  content_type text NOT NULL,
  bytes integer NOT NULL CHECK (bytes > 0),
  sha256 text NOT NULL,
  width integer,
  height integer,
  purpose text NOT NULL,
  created_by uuid,
  created_at timestamptz NOT NULL,
  attached_type text,
  attached_id uuid,
  attached_at timestamptz,
  CHECK ((attached_type IS NULL) = (attached_id IS NULL)),
  CHECK ((attached_type IS NULL) = (attached_at IS NULL))
);

CREATE INDEX file_attached ON file (attached_type, attached_id) WHERE attached_type IS NOT NULL;

CREATE INDEX file_orphan ON file (created_at) WHERE attached_type IS NULL;
