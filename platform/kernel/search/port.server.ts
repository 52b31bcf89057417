// Port of full-text search: documents of one index of one region.
// Rights are the caller's: hits are ids to be loaded under its own rules.
export interface SearchDocument {
  id: string;
  title: string;
  body: string;
}

export interface SearchHit {
  id: string;
  title: string;
}

export interface SearchIndex {
  put(documents: readonly SearchDocument[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Best first. Never throws for what a person typed. */
  find(query: string, limit?: number): Promise<readonly SearchHit[]>;
}
