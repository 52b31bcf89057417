// Types of a table that becomes a file: cells, and rows that come in batches.

/** Null is an empty cell. A number is written as a number, so only text can be taken for a formula. */
export type Cell = string | number | null;
export type Rows = readonly (readonly Cell[])[];

export interface Table {
  head: readonly string[];
  batches: AsyncIterable<Rows>;
}
