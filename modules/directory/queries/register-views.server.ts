// Saved views a person may open: own ones and those shared within the same authority.
import type { Context } from '@zhkh/kernel/module.server';
import type { RegisterName } from '../domain/register-query.ts';

export interface RegisterView {
  id: string;
  name: string;
  query: string;
  shared: boolean;
  own: boolean;
  /** Opens by itself for this person. */
  usual: boolean;
}

export async function registerViews(ctx: Context, register: RegisterName): Promise<RegisterView[]> {
  if (ctx.actor.kind !== 'staff') return [];
  const { accountId, organisation } = ctx.actor;
  const rows = await ctx.db
    .selectFrom('register_view as view')
    .leftJoin('register_default as usual', (join) =>
      join.onRef('usual.view_id', '=', 'view.id').on('usual.account_id', '=', accountId),
    )
    .select(['view.id', 'view.name', 'view.query', 'view.shared', 'view.owner_id', 'usual.view_id'])
    .where('view.register', '=', register)
    .where('view.organisation_id', '=', organisation.id)
    .where((eb) => eb.or([eb('view.owner_id', '=', accountId), eb('view.shared', '=', true)]))
    .where('view.deleted_at', 'is', null)
    .orderBy('view.name')
    .orderBy('view.id')
    .limit(100)
    .execute();
  return rows.map(({ owner_id, view_id, ...view }) => ({ ...view, own: owner_id === accountId, usual: view_id !== null }));
}
