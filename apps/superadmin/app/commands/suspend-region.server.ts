// Stops a region for its people, or opens it again. Its data stays; the journal says who did it.
import type { ControlContext } from '@zhkh/kernel/http.server';
import { setTenantState } from '@zhkh/kernel/tenancy.server';
import { noteAction } from './note-action.server.ts';

export async function suspendRegion(control: ControlContext, slug: string): Promise<void> {
  await setTenantState(control.db, slug, 'suspended');
  await noteAction(control, { action: 'region.suspended', subject: slug, region: slug });
}

export async function unsuspendRegion(control: ControlContext, slug: string): Promise<void> {
  await setTenantState(control.db, slug, 'active');
  await noteAction(control, { action: 'region.reopened', subject: slug, region: slug });
}
