// What one actor may do in one region: the rules of the modules that are on, decided by CASL.
import { createMongoAbility, type MongoAbility, type MongoQuery, subject as typed } from '@casl/ability';
import { notFound } from '../errors/index.ts';
import { type Actor, anonymous } from '../module/actor.ts';
import type { Condition, Rules } from '../module/permission-rules.ts';

export interface Ability {
  /**
   * Without a subject: may the actor do it to anything at all (gates, navigation).
   * With a row: to this very row; the row must hold every column the rules name.
   */
  can(permission: string, subject?: string, row?: object): boolean;
  /** Conditions under which the permission reaches rows of the subject; `{}` = every row, empty list = none. */
  conditionsFor(permission: string, subject: string): readonly Condition[];
  /** Everything granted in some form: for navigation and the page's own buttons. */
  readonly permissions: ReadonlySet<string>;
}

type Casl = MongoAbility<[string, string | (Record<string, unknown> & { __caslSubjectType__?: string })], MongoQuery>;

/** `rules` are those of the modules that are on. Until a resident consents (152-ФЗ) only what is open to everybody is granted. */
export function buildAbility(rules: readonly Rules[], actor: Actor): Ability {
  const who = actor.kind === 'resident' && !actor.consented ? anonymous : actor;
  const granted: { action: string; subject: string; conditions?: MongoQuery }[] = [];
  for (const declare of rules) {
    declare(who, (permission, subject, condition) => {
      granted.push({ action: permission, subject, ...(condition && { conditions: plain(permission, condition) as MongoQuery }) });
    });
  }
  return fromRules(granted);
}

function fromRules(granted: { action: string; subject: string; conditions?: MongoQuery }[]): Ability {
  const casl = createMongoAbility<Casl>(granted);
  const permissions = new Set(granted.map((rule) => rule.action));
  return {
    permissions,
    can: (permission, subject, row) => {
      if (!subject) return permissions.has(permission);
      return casl.can(permission, row ? (typed(subject, { ...row }) as never) : subject);
    },
    conditionsFor: (permission, subject) =>
      casl.rulesFor(permission, subject).map((rule) => (rule.conditions ?? {}) as Condition),
  };
}

/** Throws `notFound` when the actor may not: a foreign id and a missing one look the same. */
export function must(ctx: { ability: Ability }, permission: string, subject: string, row: object): void {
  if (!ctx.ability.can(permission, subject, row)) throw notFound();
}

const scalar = (value: unknown) => value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** A copy of the condition. Anything but equality and $in on own columns is a mistake of the module: refused before it can widen access. */
function plain(permission: string, condition: Condition): Condition {
  const entries = Object.entries(condition).map(([column, value]): [string, Condition[string]] => {
    const list = typeof value === 'object' && value !== null && Object.keys(value).join() === '$in' ? value.$in : null;
    const fine = scalar(value) || (Array.isArray(list) && list.every((item) => scalar(item) && item !== null));
    if (!fine || !/^[a-z][a-zA-Z0-9_]*$/.test(column))
      throw new Error(`Rule of ${permission}: condition on ${column} cannot become SQL`);
    return [column, list ? { $in: [...list] } : value];
  });
  return Object.fromEntries(entries);
}
