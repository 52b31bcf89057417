// Rows that were staged and could not be used, kept with their import run for the operator.
import { newId } from '@zhkh/kernel/db.server';
import type { Write } from '@zhkh/kernel/module.server';
import type { RefusedLine } from '../contract.ts';

const CHUNK = 500;

export async function refuseRows(w: Write, importId: string, rows: readonly RefusedLine[]): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK)
    await w.db
      .insertInto('import_failed_row')
      .values(rows.slice(at, at + CHUNK).map((row) => ({ id: newId(), import_id: importId, entry: null, ...row })))
      .execute();
}
