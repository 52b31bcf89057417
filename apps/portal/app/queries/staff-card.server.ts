// The person of a cabinet and the organisation on its plate.
import type { Context } from '@zhkh/kernel/module.server';
import { loadCounts } from './nav-counts.server.ts';

export interface StaffCard {
  organisation: string;
  person: string;
  role: string;
  counts: Record<string, { count: number; late?: number }>;
}

/** Null for those who are not staff: the page under the layout then says why. */
export async function staffCard(ctx: Context): Promise<StaffCard | null> {
  const { actor } = ctx;
  if (actor.kind !== 'staff') return null;
  const row = await ctx.db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['membership.organisation_name', 'account.name', 'account.email'])
    .where('membership.account_id', '=', actor.accountId)
    .where('membership.organisation_id', '=', actor.organisation.id)
    .where('membership.ended_at', 'is', null)
    .executeTakeFirst();
  const counts = await loadCounts(ctx);
  return { organisation: row?.organisation_name ?? '', person: row?.name || (row?.email ?? ''), role: actor.role, counts };
}
