// Who may do what with complaints: residents their own, a company those it got, an authority its territory.
import { type Actor, type Allow, allowInTerritory, definePermissions } from '@zhkh/kernel/auth';

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

const overseen = ['complaints.read', 'complaints.oversee', 'complaints.resolve'];

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
  if (actor.kind === 'staff' && actor.organisation.kind === 'authority')
    allowInTerritory(allow, overseen, 'complaint', actor.territories);
  if (actor.kind === 'system') for (const name of names) allow(name, 'complaint');
}
