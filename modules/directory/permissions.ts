// Who may do what with houses and companies.
import { type Allow, definePermissions } from '@zhkh/kernel/auth';

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
      forTerritories(allow, ['directory.read-register', 'directory.move-pin'], actor.territories);
      if (actor.role === 'region-admin') allow('directory.import', 'import_run');
    }
    if (actor.kind === 'operator' || actor.kind === 'system') {
      for (const name of ['directory.read-register', 'directory.move-pin']) allow(name, 'house');
      allow('directory.import', 'import_run');
    }
  },
});

/** Territories are ОКТМО: five digits name a municipal district, more a settlement in it. */
function forTerritories(allow: Allow, names: readonly string[], territories: readonly string[] | null): void {
  for (const name of names) {
    if (territories === null) {
      allow(name, 'house');
      continue;
    }
    const districts = territories.filter((code) => code.length === 5);
    const settlements = territories.filter((code) => code.length > 5);
    if (districts.length > 0) allow(name, 'house', { municipality: { $in: districts } });
    if (settlements.length > 0) allow(name, 'house', { oktmo: { $in: settlements } });
  }
}
