// Permissions of the kernel's own pages of a region: settings and roles, for its administrator.
import type { Actor } from '../module/actor.ts';
import { type Allow, definePermissions } from '../module/permission-rules.ts';

export const regionPermissions = definePermissions({
  module: 'platform',
  names: {
    'platform.change-settings': { title: 'platform:permissions.change-settings' },
    'platform.see-roles': { title: 'platform:permissions.see-roles' },
  },
  rules,
});

/** Settings hold for the whole region: an administrator of some municipalities only does not set them. */
function rules(actor: Actor, allow: Allow): void {
  if (actor.kind !== 'staff' || actor.role !== 'region-admin' || actor.organisation.kind !== 'authority') return;
  if (actor.territories !== null) return;
  allow('platform.change-settings', 'setting');
  allow('platform.see-roles', 'role');
}
