// Who may bring outside tables into a region.
import { definePermissions } from '@zhkh/kernel/auth';

export const permissions = definePermissions({
  module: 'imports',
  names: {
    'imports.manage': { title: 'imports:permissions.manage' },
  },
  rules: (actor, allow) => {
    const regionAdmin = actor.kind === 'staff' && actor.organisation.kind === 'authority' && actor.role === 'region-admin';
    if (regionAdmin || actor.kind === 'operator' || actor.kind === 'system') allow('imports.manage', 'import_run');
  },
});
