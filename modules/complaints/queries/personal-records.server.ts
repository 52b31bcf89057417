// What complaints keep about a person: given as a copy, or erased while the problem stays with the house.
import type { PersonalRecords } from '@zhkh/kernel/auth.server';
import type { Context } from '@zhkh/kernel/module.server';

export function complaintRecords(ctx: Context): PersonalRecords {
  return {
    name: 'complaints',
    copy: async (accountId) => ({
      filed: await ctx.db
        .selectFrom('complaint')
        .leftJoin('complaint_grade', 'complaint_grade.complaint_id', 'complaint.id')
        .select(['number', 'filed_at', 'title', 'body', 'place', 'address', 'flat', 'contact_name', 'status', 'closed_at'])
        .select(['complaint_grade.grade', 'complaint_grade.comment'])
        .where('complaint.author_id', '=', accountId)
        .orderBy('number')
        .execute(),
      drafts: await ctx.db
        .selectFrom('complaint_draft')
        .select(['typed_address', 'body', 'place', 'flat', 'contact_name', 'updated_at'])
        .where('author_id', '=', accountId)
        .execute(),
    }),
    async forget(w, accountId) {
      await w.db
        .updateTable('complaint')
        .set({ contact_name: '', flat: '', fingerprint: '' })
        .where('author_id', '=', accountId)
        .execute();
      await w.db.deleteFrom('complaint_draft').where('author_id', '=', accountId).execute();
    },
  };
}
