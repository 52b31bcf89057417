// The owner removes a view, or takes the removal back; nobody's default is left pointing at it.
import type { Context } from '@zhkh/kernel/module.server';
import { ownView, personOf } from './register-view-row.server.ts';

export async function removeRegisterView(ctx: Context, input: { viewId: string; back: boolean }): Promise<void> {
  const person = personOf(ctx);
  await ctx.write(async (w) => {
    const view = await ownView(w, person, input.viewId);
    const deleted_at = input.back ? null : ctx.clock.now();
    await w.db.updateTable('register_view').set({ deleted_at }).where('id', '=', view.id).execute();
    if (!input.back) await w.db.deleteFrom('register_default').where('view_id', '=', view.id).execute();
  });
}
