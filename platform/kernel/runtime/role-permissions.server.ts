// Role → what it may do, by module, read from the manifests' rules: for the page of roles.
import type { Actor, OrganisationKind, StaffActor } from '../module/actor.ts';
import type { PermissionSet } from '../module/permission-rules.ts';
import type { Registry } from '../module/registry.server.ts';
import { regionPermissions } from './region-permissions.ts';

export interface RolePermissions {
  role: Actor['role'];
  modules: { module: string; permissions: { name: string; title: string }[] }[];
}

/** Of the modules that are on. Titles are i18n keys. */
export function rolePermissions(registry: Registry, modules: ReadonlySet<string>): RolePermissions[] {
  const sets = registry.modules.filter(({ id }) => modules.has(id)).map(({ permissions }) => permissions);
  return people.map((actor) => ({
    role: actor.role,
    modules: [...sets, regionPermissions]
      .map((set) => ({ module: set.module, permissions: permissionsOf(set, actor) }))
      .filter(({ permissions }) => permissions.length > 0),
  }));
}

function permissionsOf({ names, rules }: PermissionSet, actor: Actor) {
  const granted = new Set<string>();
  rules(actor, (permission) => granted.add(permission));
  return Object.entries(names)
    .filter(([name]) => granted.has(name))
    .map(([name, { title }]) => ({ name, title }));
}

/** Rules look at who asks, so each role is asked for by somebody who has it; ids name nobody. */
const NOBODY = '00000000-0000-7000-8000-000000000000';

const staff = (role: StaffActor['role'], kind: OrganisationKind): StaffActor => ({
  kind: 'staff',
  role,
  accountId: NOBODY,
  organisation: { id: NOBODY, kind },
  territories: null,
});

const people: readonly Actor[] = [
  { kind: 'resident', role: 'resident', accountId: NOBODY, consented: true },
  staff('company-employee', 'company'),
  staff('company-admin', 'company'),
  staff('official', 'authority'),
  staff('region-admin', 'authority'),
];
