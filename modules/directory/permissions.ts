// Who may do what with houses and companies.
import { allowInTerritory, definePermissions } from '@zhkh/kernel/auth';

export const permissions = definePermissions({
  module: 'directory',
  names: {
    'directory.read-register': { title: 'directory:permissions.read-register' },
    'directory.move-pin': { title: 'directory:permissions.move-pin' },
    'directory.bind-home': { title: 'directory:permissions.bind-home' },
    'directory.import': { title: 'directory:permissions.import' },
  },
  rules: (actor, allow) => {
    if (actor.kind === 'resident') allow('directory.bind-home', 'residence', { account_id: actor.accountId });
    if (actor.kind === 'staff' && actor.organisation.kind === 'authority') {
      allowInTerritory(allow, ['directory.read-register', 'directory.move-pin'], 'house', actor.territories);
      if (actor.role === 'region-admin') allow('directory.import', 'import_run');
    }
    if (actor.kind === 'operator' || actor.kind === 'system') {
      for (const name of ['directory.read-register', 'directory.move-pin']) allow(name, 'house');
      allow('directory.import', 'import_run');
    }
  },
});
