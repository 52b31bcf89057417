// The row of a checked upload, for the company that made it.
import type { Context } from '@zhkh/kernel/module.server';

export async function uploadOf(ctx: Context, companyId: string, id: string) {
  return ctx.db
    .selectFrom('outage_upload')
    .selectAll()
    .where('id', '=', id)
    .where('company_id', '=', companyId)
    .executeTakeFirst();
}
