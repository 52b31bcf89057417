// The owner renames a view, or shares it with colleagues.
import type { Context } from '@zhkh/kernel/module.server';
import { ownView, personOf } from './register-view-row.server.ts';

export interface ChangeView {
  viewId: string;
  name: string;
  shared: boolean;
}

export async function changeRegisterView(ctx: Context, { viewId, name, shared }: ChangeView): Promise<void> {
  const person = personOf(ctx);
  await ctx.write(async (w) => {
    const view = await ownView(w, person, viewId);
    const changed = { name, shared, updated_at: ctx.clock.now() };
    await w.db.updateTable('register_view').set(changed).where('id', '=', view.id).execute();
  });
}
