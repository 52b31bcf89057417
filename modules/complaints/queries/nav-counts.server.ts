// Numbers beside the sections of a cabinet: what waits for the company, or for the authority.
import type { Context } from '@zhkh/kernel/module.server';
import type { NavCounts } from '@zhkh/ui/app-slots';
import { overdue } from '../views/overdue.server.ts';
import { overseen } from '../views/overseen.server.ts';
import { sets } from '../domain/status.ts';

export async function navCounts(ctx: Context): Promise<NavCounts | null> {
  const { actor } = ctx;
  if (actor.kind !== 'staff') return null;
  return actor.organisation.kind === 'company' ? ofCompany(ctx, actor.organisation.id) : ofAuthority(ctx);
}

async function ofCompany(ctx: Context, companyId: string): Promise<NavCounts> {
  const now = ctx.clock.now();
  const row = await ctx.db
    .selectFrom('complaint')
    .where('company_id', '=', companyId)
    .where('status', 'in', [...sets.company])
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.countAll<number>().filterWhere(overdue(now)).as('late')])
    .executeTakeFirstOrThrow();
  return { '/company/inbox': row };
}

async function ofAuthority(ctx: Context): Promise<NavCounts> {
  const row = await overseen(ctx)
    .where('status', 'in', [...sets.authority])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return { '/authority/queue': row };
}
