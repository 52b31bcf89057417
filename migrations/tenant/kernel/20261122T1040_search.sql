-- What can be found by words, per index of a module: the default engine's own copy, and the source an outside engine is filled from.
CREATE TABLE search_document (
  index_name text NOT NULL,
  id text NOT NULL,
  title text NOT NULL,
  body text NOT NULL DEFAULT '',
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (index_name, id)
);

CREATE INDEX search_document_words ON search_document USING gin (to_tsvector('russian'::regconfig, title || ' ' || body));
