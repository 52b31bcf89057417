// Who announces and corrects, with the names the others see.
import type { Context } from '@zhkh/kernel/module.server';

export interface Who {
  kind: 'company' | 'authority' | 'source' | 'system';
  id: string | null;
  /** Of the person: shown to the own company and to authorities only. */
  name: string;
  organisation: string;
}

export const byClock: Who = { kind: 'system', id: null, name: '', organisation: '' };

/** Reads the account: call before a transaction. */
export async function whoIs(ctx: Context): Promise<Who> {
  const { actor } = ctx;
  if (actor.kind !== 'staff') return byClock;
  const row = await ctx.db
    .selectFrom('account')
    .innerJoin('membership', 'membership.account_id', 'account.id')
    .select(['account.name', 'membership.organisation_name as organisation'])
    .where('account.id', '=', actor.accountId)
    .where('membership.organisation_id', '=', actor.organisation.id)
    .where('membership.ended_at', 'is', null)
    .executeTakeFirst();
  return { kind: actor.organisation.kind, id: actor.accountId, name: row?.name ?? '', organisation: row?.organisation ?? '' };
}
