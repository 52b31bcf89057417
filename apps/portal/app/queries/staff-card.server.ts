// The person of a cabinet and the organisation on its plate.
import { employeeOf } from '@zhkh/kernel/auth.server';
import type { Context } from '@zhkh/kernel/module.server';
import type { NavCounts } from '@zhkh/ui/app-slots';
import { loadCounts } from './nav-counts.server.ts';

export interface StaffCard {
  organisation: string;
  person: string;
  role: string;
  counts: NavCounts;
}

/** Null for those who are not staff: the page under the layout then says why. */
export async function staffCard(ctx: Context): Promise<StaffCard | null> {
  const { actor } = ctx;
  if (actor.kind !== 'staff') return null;
  const employee = await employeeOf(ctx.db, actor.accountId, actor.organisation.id);
  const counts = await loadCounts(ctx);
  const { organisation = '', name = '', email = null } = employee ?? {};
  return { organisation, person: name || (email ?? ''), role: actor.role, counts };
}
