// Switches one module of one region; the region's own audit tells it too.
import { invalid, notFound } from '@zhkh/kernel/errors';
import { switchModule as setFlag } from '@zhkh/kernel/flags.server';
import type { ControlContext } from '@zhkh/kernel/http.server';
import { moduleStatesOf } from '../queries/module-matrix.server.ts';

export async function switchModule(control: ControlContext, slug: string, module: string, on: boolean): Promise<void> {
  const tenant = await control.db.selectFrom('tenant').select(['id', 'slug', 'plan']).where('slug', '=', slug).executeTakeFirst();
  const state = tenant && (await moduleStatesOf(control, tenant)).find((one) => one.id === module);
  if (!tenant || !state) throw notFound();
  if (state.alwaysOn || !state.inPlan) throw invalid('superadmin.module-fixed');
  const operatorId = control.actor.kind === 'operator' ? control.actor.accountId : null;
  await setFlag(control.db, { tenant, module, on, operatorId, now: control.clock.now() });
  const ctx = await control.region(slug);
  await ctx.write((w) => w.audit(on ? 'module.switched-on' : 'module.switched-off', { type: 'module', id: module }));
}
