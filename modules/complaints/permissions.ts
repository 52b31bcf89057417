// Who may do what with complaints: a resident with own ones, a company with those addressed to it, an authority in its territory.
import { type Actor, type Allow, definePermissions } from '@zhkh/kernel/auth';

const names = [
  'complaints.file',
  'complaints.read',
  'complaints.read-own',
  'complaints.react',
  'complaints.inbox',
  'complaints.respond',
  'complaints.oversee',
  'complaints.resolve',
] as const;

export const permissions = definePermissions({
  module: 'complaints',
  names: Object.fromEntries(names.map((name) => [name, { title: `complaints:permissions.${name.split('.')[1]}` }])),
  rules,
});

function rules(actor: Actor, allow: Allow): void {
  if (actor.kind === 'resident') {
    for (const name of ['file', 'read', 'read-own', 'react'])
      allow(`complaints.${name}`, 'complaint', { author_id: actor.accountId });
  }
  if (actor.kind === 'staff' && actor.organisation.kind === 'company') {
    for (const name of ['read', 'inbox', 'respond'])
      allow(`complaints.${name}`, 'complaint', { company_id: actor.organisation.id });
  }
  if (actor.kind === 'staff' && actor.organisation.kind === 'authority') forTerritories(allow, actor.territories);
  if (actor.kind === 'system') for (const name of names) allow(name, 'complaint');
}

const overseen = ['complaints.read', 'complaints.oversee', 'complaints.resolve'];

/** Territories are ОКТМО: five digits name a municipal district, more a settlement in it. */
function forTerritories(allow: Allow, territories: readonly string[] | null): void {
  for (const name of overseen) {
    if (territories === null) {
      allow(name, 'complaint');
      continue;
    }
    const districts = territories.filter((code) => code.length === 5);
    const settlements = territories.filter((code) => code.length > 5);
    if (districts.length > 0) allow(name, 'complaint', { municipality: { $in: districts } });
    if (settlements.length > 0) allow(name, 'complaint', { oktmo: { $in: settlements } });
  }
}
