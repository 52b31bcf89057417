// Reads which modules a region may have (plan, entitlement) and which are switched on.
import type { Kysely } from 'kysely';
import type { ControlTables } from '../db/tables/index.server.ts';

export interface ModuleBook {
  /** tenant id → modules its plan or an extra entitlement gives. */
  entitled: ReadonlyMap<string, ReadonlySet<string>>;
  /** module → ids of the tenants where its flag is on. */
  switchedOn: ReadonlyMap<string, readonly string[]>;
}

function grouped(rows: readonly { key: string; value: string }[]): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const { key, value } of rows) groups.set(key, (groups.get(key) ?? new Set()).add(value));
  return groups;
}

export async function readModuleBook(control: Kysely<ControlTables>, now: Date): Promise<ModuleBook> {
  const [byPlan, extra, flags] = await Promise.all([
    control
      .selectFrom('tenant')
      .innerJoin('plan_module', 'plan_module.plan', 'tenant.plan')
      .select(['tenant.id as key', 'plan_module.module as value'])
      .execute(),
    control
      .selectFrom('entitlement')
      .select(['tenant_id as key', 'module as value'])
      .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', now)]))
      .execute(),
    control.selectFrom('module_flag').select(['module as key', 'tenant_id as value']).where('is_on', '=', true).execute(),
  ]);
  const switchedOn = new Map([...grouped(flags)].map(([module, tenants]) => [module, [...tenants].sort()] as const));
  return { entitled: grouped([...byPlan, ...extra]), switchedOn };
}
