// The rows of a table template: its header, and one row its source takes as it is.
import type { Column } from './column.ts';

export function sampleRows(of: { columns: readonly Column[] }): string[][] {
  return [of.columns.map((column) => column.name), of.columns.map((column) => column.sample)];
}
