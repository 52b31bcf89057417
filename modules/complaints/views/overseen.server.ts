// Complaints the asking official may see: the territory of the authority as SQL.
import { inTerritory } from '@zhkh/kernel/http.server';
import type { Context } from '@zhkh/kernel/module.server';

export function overseen(ctx: Context) {
  return ctx.db.selectFrom('complaint').where(inTerritory(ctx, 'complaints.oversee', 'complaint'));
}
