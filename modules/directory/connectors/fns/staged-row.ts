// What every staged row of these registers carries besides its facts.
import { createHash } from 'node:crypto';
import { newId } from '@zhkh/kernel/db.server';
import type { StagedRow, XmlPlace } from '@zhkh/imports';

export function stagedRow(companyId: string, place: XmlPlace, row: StagedRow): StagedRow {
  return { ...row, id: newId(), company_id: companyId, import_entry: place.entry };
}

/** One mark of a whole state: equal states have equal marks. */
export function contentOf(state: StagedRow): string {
  return createHash('sha256').update(JSON.stringify(state)).digest('hex').slice(0, 32);
}
