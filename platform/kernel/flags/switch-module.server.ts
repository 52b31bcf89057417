// The operator's switch of one module in one region. Every process sees it within a second.
import type { Kysely } from 'kysely';
import type { ControlTables } from '../db/tables/index.server.ts';
import { newId } from '../db/ids.ts';
import { jsonb } from '../db/json.server.ts';

export interface ModuleSwitch {
  tenant: { id: string; slug: string };
  module: string;
  on: boolean;
  operatorId: string | null;
  now: Date;
}

export async function switchModule(control: Kysely<ControlTables>, change: ModuleSwitch): Promise<void> {
  const { tenant, module, on, operatorId, now } = change;
  await control.transaction().execute(async (tx) => {
    const row = { is_on: on, changed_at: now, changed_by: operatorId };
    await tx
      .insertInto('module_flag')
      .values({ tenant_id: tenant.id, module, ...row })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'module']).doUpdateSet(row))
      .execute();
    await tx
      .insertInto('operator_audit')
      .values({
        id: newId(),
        at: now,
        operator_id: operatorId,
        action: on ? 'module.switched-on' : 'module.switched-off',
        subject: module,
        region: tenant.slug,
        detail: jsonb({}),
      })
      .execute();
  });
}
