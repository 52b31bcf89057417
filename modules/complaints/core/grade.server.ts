// One grade per complaint; the author may change it, the rating hears of each change.
import type { Write } from '@zhkh/kernel/module.server';
import { complaintRated } from '../contract.ts';
import type { ComplaintRow } from './change.server.ts';
import { record, type Who } from './trail.server.ts';

export async function saveGrade(
  w: Write,
  row: ComplaintRow,
  who: Who,
  given: { grade: number; comment: string },
  now: Date,
): Promise<void> {
  await w.db
    .insertInto('complaint_grade')
    .values({ complaint_id: row.id, author_id: row.author_id, company_id: row.company_id, ...given, at: now })
    .onConflict((oc) => oc.column('complaint_id').doUpdateSet({ ...given, at: now }))
    .execute();
  await record(w, { complaintId: row.id, at: now, kind: 'rated', who, detail: { grade: given.grade } });
  await w.emit(complaintRated, { complaintId: row.id, companyId: row.company_id, grade: given.grade });
}
