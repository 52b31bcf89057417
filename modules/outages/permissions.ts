// Who may do what with outages: a company with its own and in its houses, an authority in its territory, a resident may subscribe.
import { type Actor, type Allow, type Condition, definePermissions } from '@zhkh/kernel/auth';

const names = [
  'outages.subscribe',
  'outages.company',
  'outages.oversee',
  'outages.announce',
  'outages.manage',
  'outages.read',
] as const;

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
  if (actor.kind === 'staff' && actor.organisation.kind === 'authority') forTerritories(allow, actor.territories);
  if (actor.kind === 'system') for (const name of names) allow(name, name === 'outages.read' ? 'outage_house' : 'outage');
}

const overseen = ['outages.oversee', 'outages.announce', 'outages.manage'];

/** Territories are ОКТМО: five digits name a municipal district, more a settlement in it. An outage over several districts is the region's. */
function forTerritories(allow: Allow, territories: readonly string[] | null): void {
  const everywhere = territories === null ? [undefined] : [];
  const districts = territories?.filter((code) => code.length === 5) ?? [];
  const settlements = territories?.filter((code) => code.length > 5) ?? [];
  const conditions: (Condition | undefined)[] = [
    ...everywhere,
    ...(districts.length > 0 ? [{ municipality: { $in: districts } }] : []),
    ...(settlements.length > 0 ? [{ oktmo: { $in: settlements } }] : []),
  ];
  for (const condition of conditions) {
    for (const name of overseen) allow(name, 'outage', condition);
    allow('outages.read', 'outage_house', condition);
  }
}
