// Who manages a house at this moment, as an addressee with the day its term began.
import { directory } from '@zhkh/directory';
import type { Context } from '@zhkh/kernel/module.server';
import type { NewManager } from './hand-over.server.ts';

export async function managerNow(ctx: Context, houseId: string): Promise<(NewManager & { since: string }) | null> {
  const manager = await ctx.service(directory).managerOf(houseId);
  if (!manager) return null;
  return { companyId: manager.companyId, companyName: manager.shortName, email: manager.email, since: manager.since };
}
