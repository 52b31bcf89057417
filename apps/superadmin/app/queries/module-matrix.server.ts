// Modules by region: what is installed, what the plan gives, what is switched on.
import type { ControlContext } from '@zhkh/kernel/http.server';
import { installed } from '../../../../modules/installed.server.ts';
import type { ModuleView } from '../ui/region-modules.tsx';

export interface ModuleMatrix {
  modules: { id: string; title: string }[];
  regions: { slug: string; name: string; on: string[] }[];
}

interface Region {
  id: string;
  plan: string;
}

export async function moduleMatrix(control: ControlContext): Promise<ModuleMatrix> {
  const tenants = await control.db
    .selectFrom('tenant')
    .select(['id', 'slug', 'name', 'name_en', 'plan'])
    .orderBy('name')
    .execute();
  const regions = await Promise.all(
    tenants.map(async (tenant) => ({
      slug: tenant.slug,
      name: control.locale === 'en' ? tenant.name_en : tenant.name,
      on: (await moduleStatesOf(control, tenant)).filter((module) => module.on).map((module) => module.id),
    })),
  );
  return { modules: installed.map((module) => ({ id: module.id, title: titleOf(control, module.id, module.title) })), regions };
}

/** By the tables: what an operator has just switched shows at once, while processes may keep the old state for a moment. */
export async function moduleStatesOf(control: ControlContext, tenant: Region): Promise<ModuleView[]> {
  const [plan, extra, flags] = await Promise.all([
    control.db.selectFrom('plan_module').select('module').where('plan', '=', tenant.plan).execute(),
    control.db.selectFrom('entitlement').select(['module', 'until']).where('tenant_id', '=', tenant.id).execute(),
    control.db.selectFrom('module_flag').select('module').where('tenant_id', '=', tenant.id).where('is_on', '=', true).execute(),
  ]);
  const now = control.clock.now();
  const entitled = new Set([
    ...plan.map((row) => row.module),
    ...extra.filter((row) => row.until === null || row.until > now).map((row) => row.module),
  ]);
  const flagged = new Set(flags.map((row) => row.module));
  return installed.map((module) => {
    const alwaysOn = module.alwaysOn === true;
    const inPlan = alwaysOn || entitled.has(module.id);
    const on = inPlan && (alwaysOn || flagged.has(module.id));
    return { id: module.id, title: titleOf(control, module.id, module.title), alwaysOn, inPlan, on };
  });
}

function titleOf(control: ControlContext, id: string, key: string): string {
  return control.t(key.includes(':') ? key : `${id}:${key}`);
}
