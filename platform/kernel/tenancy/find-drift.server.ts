// Compares schemas of the regions through the catalogue: columns, constraints, indexes, views, grants.
import type { AdminSql } from '../db/admin.server.ts';

export interface Drift {
  schema: string;
  /** `+ index complaint_number_key …` has more than most regions, `- …` has less. */
  difference: string;
}

/** One line of text per fact of a schema, with the schema's and the login's names taken out. */
const facts = (sql: AdminSql) => sql<{ schema: string; fact: string }[]>`
  with region as (select n.oid, t.schema_name, t.role_name from platform.tenant t join pg_namespace n on n.nspname = t.schema_name
    where t.state <> 'archived' and t.schema_digest is not null),
  line as (
    select r.oid, r.schema_name, r.role_name, 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attnotnull then ' not null' else '' end || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as text
      from region r join pg_class c on c.relnamespace = r.oid and c.relkind in ('r', 'p', 'v')
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    union all
    select r.oid, r.schema_name, r.role_name, 'constraint ' || c.relname || ' ' || pg_get_constraintdef(k.oid)
      from region r join pg_class c on c.relnamespace = r.oid join pg_constraint k on k.conrelid = c.oid and k.contype <> 'n'
    union all
    select r.oid, r.schema_name, r.role_name, 'index ' || indexdef from region r join pg_indexes i on i.schemaname = r.schema_name
    union all
    select r.oid, r.schema_name, r.role_name, 'view ' || viewname || ' ' || definition from region r join pg_views v on v.schemaname = r.schema_name
    union all
    select r.oid, r.schema_name, r.role_name, 'grant ' || c.relname || ' ' || coalesce(c.relacl::text, '') from region r
      join pg_class c on c.relnamespace = r.oid and c.relkind in ('r', 'p', 'v', 'S')
  )
  select schema_name as schema, replace(replace(text, schema_name, '@'), role_name, '@role') as fact from line`;

export async function findDrift(sql: AdminSql): Promise<Drift[]> {
  const rows = await facts(sql);
  const schemas = [...new Set(rows.map((row) => row.schema))];
  const holders = new Map<string, Set<string>>();
  for (const { schema, fact } of rows) holders.set(fact, (holders.get(fact) ?? new Set()).add(schema));
  const drift: Drift[] = [];
  for (const [fact, having] of holders) {
    if (having.size === schemas.length) continue;
    const most = having.size * 2 >= schemas.length;
    const odd = most ? schemas.filter((schema) => !having.has(schema)) : [...having];
    for (const schema of odd) drift.push({ schema, difference: `${most ? '-' : '+'} ${fact}` });
  }
  return drift.sort((a, b) => (a.schema + a.difference < b.schema + b.difference ? -1 : 1));
}
