// Who may do what with outages: a company its own, an authority its territory, a resident subscribes.
import { type Actor, type Allow, allowInTerritory, definePermissions } from '@zhkh/kernel/auth';

const names = [
  'outages.subscribe',
  'outages.company',
  'outages.oversee',
  'outages.announce',
  'outages.manage',
  'outages.read',
] as const;

const overseen = ['outages.oversee', 'outages.announce', 'outages.manage'];

export const permissions = definePermissions({
  module: 'outages',
  names: Object.fromEntries(names.map((name) => [name, { title: `outages:permissions.${name.split('.')[1]}` }])),
  rules,
});

function rules(actor: Actor, allow: Allow): void {
  if (actor.kind === 'resident') allow('outages.subscribe', 'outage_reader', { account_id: actor.accountId });
  if (actor.kind === 'staff' && actor.organisation.kind === 'company') {
    const own = { company_id: actor.organisation.id };
    for (const name of ['outages.company', 'outages.announce', 'outages.manage']) allow(name, 'outage', own);
    allow('outages.read', 'outage_house', own);
  }
  if (actor.kind === 'staff' && actor.organisation.kind === 'authority') {
    allowInTerritory(allow, overseen, 'outage', actor.territories);
    allowInTerritory(allow, ['outages.read'], 'outage_house', actor.territories);
  }
  if (actor.kind === 'system') for (const name of names) allow(name, name === 'outages.read' ? 'outage_house' : 'outage');
}
