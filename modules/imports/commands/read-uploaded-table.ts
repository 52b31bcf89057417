// A table uploaded in a cabinet of another module; what is no table is a refusal in words.
import { invalid } from '@zhkh/kernel/errors';
import { readSmallTable, type SmallTable } from '../read/text/read-small-table.ts';
import { SourceError } from '../read/source/source-error.ts';

export function readUploadedTable(bytes: Uint8Array, required: readonly string[]): SmallTable {
  try {
    return readSmallTable(bytes, required);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const key = `imports:runs.reasons.${error.reason}`;
    throw invalid('imports.bad-table', { fields: { file: { key, params: { detail: error.detail } } } });
  }
}
