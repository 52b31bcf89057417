// A table uploaded in a cabinet of another module; what is no table is a refusal in words.
import { invalid } from '@zhkh/kernel/errors';
import { readSmallTable } from '../connectors/frame/read-small-table.ts';
import { SourceError } from '../connectors/frame/source-error.ts';
import type { SmallTable } from '../contract.ts';

export function readUploadedTable(bytes: Uint8Array, required: readonly string[]): SmallTable {
  try {
    return readSmallTable(bytes, required);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const key = `directory:imports.reasons.${error.reason}`;
    throw invalid('directory.bad-table', { fields: { file: { key, params: { detail: error.detail } } } });
  }
}
