// Which view a register opens with for this person; none = the whole register.
import { notFound } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';
import type { RegisterName } from '../domain/register-query.ts';
import { registerViews } from '../queries/register-views.server.ts';
import { personOf } from './register-view-row.server.ts';

export async function chooseDefaultView(ctx: Context, input: { register: RegisterName; viewId: string | null }): Promise<void> {
  const { accountId } = personOf(ctx);
  const { register, viewId } = input;
  if (viewId && !(await registerViews(ctx, register)).some((view) => view.id === viewId)) throw notFound();
  await ctx.write(async (w) => {
    if (!viewId) {
      await w.db.deleteFrom('register_default').where('account_id', '=', accountId).where('register', '=', register).execute();
      return;
    }
    await w.db
      .insertInto('register_default')
      .values({ account_id: accountId, register, view_id: viewId })
      .onConflict((on) => on.columns(['account_id', 'register']).doUpdateSet({ view_id: viewId }))
      .execute();
  });
}
