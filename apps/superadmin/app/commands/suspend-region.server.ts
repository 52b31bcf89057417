// Stops a region for its people, or opens it again. Its data stays; the journal says who did it.
import { conflict, notFound } from '@zhkh/platform/errors';
import type { ControlContext } from '@zhkh/platform/http.server';
import { noteAction } from './note-action.server.ts';

export const suspendRegion = (control: ControlContext, slug: string) =>
  change(control, slug, { from: 'active', to: 'suspended', action: 'region.suspended' });
export const unsuspendRegion = (control: ControlContext, slug: string) =>
  change(control, slug, { from: 'suspended', to: 'active', action: 'region.reopened' });

async function change(
  control: ControlContext,
  slug: string,
  { from, to, action }: { from: 'active' | 'suspended'; to: 'active' | 'suspended'; action: string },
): Promise<void> {
  const done = await control.db
    .updateTable('tenant')
    .set({ state: to })
    .where('slug', '=', slug)
    .where('state', '=', from)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) {
    const known = await control.db.selectFrom('tenant').select('id').where('slug', '=', slug).executeTakeFirst();
    throw known ? conflict('superadmin.state-changed') : notFound();
  }
  await noteAction(control, { action, subject: slug, region: slug });
}
