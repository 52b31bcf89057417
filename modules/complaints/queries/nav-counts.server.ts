// Numbers beside the sections of a cabinet: what waits for the company, or for the authority.
import type { Context } from '@zhkh/kernel/module.server';
import { overdue } from '../core/overdue.server.ts';
import { overseen } from '../core/overseen.server.ts';
import { sets } from '../domain/status.ts';

type Counts = Record<string, { count: number; late?: number }>;

export async function navCounts(ctx: Context): Promise<Counts | null> {
  const { actor } = ctx;
  if (actor.kind !== 'staff') return null;
  return actor.organisation.kind === 'company' ? ofCompany(ctx, actor.organisation.id) : ofAuthority(ctx);
}

async function ofCompany(ctx: Context, companyId: string): Promise<Counts> {
  const now = ctx.clock.now();
  const row = await ctx.db
    .selectFrom('complaint')
    .where('company_id', '=', companyId)
    .where('status', 'in', [...sets.company])
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn
        .countAll<number>()
        .filterWhere((where) => overdue(where as never, now))
        .as('late'),
    ])
    .executeTakeFirstOrThrow();
  return { '/company/inbox': row };
}

async function ofAuthority(ctx: Context): Promise<Counts> {
  const row = await overseen(ctx)
    .where('status', 'in', [...sets.authority])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return { '/authority/queue': row };
}
