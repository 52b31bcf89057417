// Complaints the asking official may see: the territory of the authority as SQL.
import { whereAllowed } from '@zhkh/kernel/http.server';
import type { Context } from '@zhkh/kernel/module.server';

export function overseen(ctx: Context) {
  const columns = { municipality: 'complaint.municipality', oktmo: 'complaint.oktmo' };
  return ctx.db.selectFrom('complaint').where(whereAllowed(ctx, 'complaints.oversee', 'complaint', columns));
}
