// The same rules as SQL, for lists: what CASL would decide row by row becomes one `where`.
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { Ability } from './ability.server.ts';
import type { Condition } from '../module/permission-rules.ts';
import { territoryColumns } from './territory.ts';

/**
 * `columns` names, for each column a rule may mention, where it stands in the query: `{ author_id: 'complaint.author_id' }`.
 * No rule → `false`. A rule on a column that is not listed throws: a list must never be wider than the rule.
 */
export function whereAllowed(
  ctx: { ability: Ability },
  permission: string,
  subject: string,
  columns: Readonly<Record<string, string>>,
): Expression<SqlBool> {
  const conditions = ctx.ability.conditionsFor(permission, subject);
  if (conditions.length === 0) return sql<SqlBool>`false`;
  const eb = expressionBuilder<Record<string, Record<string, unknown>>>();
  return eb.or(conditions.map((condition) => eb.and(termsOf(permission, condition, columns))));
}

/** Rows of a table whose name is the rule's subject, within the territory of who asks. */
export function inTerritory(ctx: { ability: Ability }, permission: string, table: string): Expression<SqlBool> {
  return whereAllowed(ctx, permission, table, territoryColumns(table));
}

function termsOf(permission: string, condition: Condition, columns: Readonly<Record<string, string>>): Expression<SqlBool>[] {
  const terms = Object.entries(condition).map(([name, value]) => {
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
    if (!column) throw new Error(`${permission}: the rule names column ${name}, the list does not say where it is`);
    return term(permission, column, value);
  });
  return terms.length > 0 ? terms : [sql<SqlBool>`true`];
}

function term(permission: string, column: string, value: Condition[string]): Expression<SqlBool> {
  const ref = sql.ref(column);
  if (value === null) return sql<SqlBool>`${ref} is null`;
  if (typeof value !== 'object') return sql<SqlBool>`${ref} = ${value}`;
  if (!Array.isArray(value.$in)) throw new Error(`${permission}: only equality and $in become SQL (${column})`);
  if (value.$in.length === 0) return sql<SqlBool>`false`;
  return sql<SqlBool>`${ref} in (${sql.join(value.$in)})`;
}
