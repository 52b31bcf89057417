// Opens and closes a region for its people. Its data stays where it is.
import type { Kysely } from 'kysely';
import type { ControlTables } from '../db/tables/index.server.ts';
import { conflict } from '../errors/index.ts';
import type { TenantState } from './tenant.ts';

/** From which states each state may be reached. */
const BEFORE: Partial<Record<TenantState, readonly TenantState[]>> = {
  active: ['suspended'],
  suspended: ['active'],
  archived: ['suspended'],
};

export async function setTenantState(control: Kysely<ControlTables>, slug: string, to: TenantState): Promise<void> {
  const done = await control
    .updateTable('tenant')
    .set({ state: to })
    .where('slug', '=', slug)
    .where('state', 'in', [...(BEFORE[to] ?? [])])
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw conflict('platform.region-state');
}
