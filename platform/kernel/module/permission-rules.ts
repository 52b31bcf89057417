// How a module says who may do what: permission names and, per actor, the rows they reach.
import type { Actor } from './actor.ts';

/** A condition on own columns of the subject's row. Only equality and membership: anything else cannot become SQL. */
export type Condition = Record<string, string | number | boolean | null | { $in: readonly (string | number)[] }>;

/**
 * Grants a permission on a subject (entity name). No condition = every row of the region.
 * @example allow('complaints.read', 'complaint', { authorId: actor.accountId })
 */
export type Allow = (permission: string, subject: string, condition?: Condition) => void;

/** A module's rules: called once per request for the modules that are on. */
export type Rules = (actor: Actor, allow: Allow) => void;

export interface PermissionSet {
  module: string;
  /** permission name → what it lets one do, as an i18n key of the module. */
  names: Record<string, { title: string }>;
  rules: Rules;
}

/** Declares a module's permissions. Every name starts with the module's id. */
export function definePermissions(set: PermissionSet): PermissionSet {
  for (const name of Object.keys(set.names)) {
    if (!name.startsWith(`${set.module}.`)) throw new Error(`Permission ${name} must start with ${set.module}.`);
  }
  return set;
}
