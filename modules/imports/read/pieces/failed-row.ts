// A row that could not be taken: where it stands and why.

export interface FailedRow {
  line: number;
  /** Path inside the archive. */
  entry: string | null;
  field: string;
  reason: string;
  raw: string;
}
