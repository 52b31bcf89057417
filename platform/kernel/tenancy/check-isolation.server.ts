// The wall, asked of the catalogue: may any region's login do anything with an object of another schema? The answer must be 0.
import type { AdminSql } from '../db/admin.server.ts';

export interface ForeignPrivilege {
  login: string;
  object: string;
  kind: 'schema' | 'table' | 'column' | 'sequence' | 'function' | 'membership' | 'attribute';
}

export interface IsolationReport {
  logins: number;
  schemas: number;
  /** Pairs of login and foreign object that were asked. */
  checks: number;
  failures: ForeignPrivilege[];
}

/**
 * Every login of the cluster that may come in here, with the schema it is at home in; a login that has none is a stranger everywhere.
 * Left out are superusers and the members of the role that owns the schemas.
 */
const HOMES = (sql: AdminSql) => sql`
  select r.oid, r.rolname::text as login, n.oid as home
  from pg_roles r left join pg_namespace n on n.nspname = coalesce(
    (select t.schema_name from platform.tenant t where t.role_name = r.rolname),
    (select case when s like '%platform%' then 'platform' when s like '%bullmq%' then 'bullmq' end
       from unnest(r.rolconfig) s where s like 'search_path=%' limit 1))
  where r.rolcanlogin and not r.rolsuper and has_database_privilege(r.oid, current_database(), 'CONNECT')
    and not exists (select 1 from pg_auth_members m join pg_namespace p on p.nspname = 'platform' where m.member = r.oid and m.roleid = p.nspowner)`;

const GUARDED = (sql: AdminSql) => sql`
  select n.oid, n.nspname::text as name from pg_namespace n
  where n.nspname in ('platform', 'bullmq', 'public') or n.nspname in (select schema_name from platform.tenant)`;

export async function checkIsolation(sql: AdminSql): Promise<IsolationReport> {
  const rows = await sql<{ login: string; object: string; kind: ForeignPrivilege['kind']; bad: boolean; n: number }[]>`
    with home as materialized (${HOMES(sql)}),
    guarded as materialized (${GUARDED(sql)}),
    pair as (select h.oid as role, h.login, g.oid as schema, g.name from home h join guarded g on g.oid is distinct from h.home),
    asked as (
      select p.login, p.name::text as object, 'schema' as kind,
        has_schema_privilege(p.role, p.schema, 'USAGE') or has_schema_privilege(p.role, p.schema, 'CREATE') as bad
      from pair p
      union all
      select p.login, p.name || '.' || c.relname, case when c.relkind = 'S' then 'sequence' else 'table' end,
        case when c.relkind = 'S'
          then has_sequence_privilege(p.role, c.oid, 'USAGE, SELECT, UPDATE')
          else has_table_privilege(p.role, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
            or has_any_column_privilege(p.role, c.oid, 'SELECT, INSERT, UPDATE, REFERENCES') end
      from pair p join pg_class c on c.relnamespace = p.schema and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
      union all
      select p.login, p.name || '.' || f.proname, 'function', has_function_privilege(p.role, f.oid, 'EXECUTE')
      from pair p join pg_proc f on f.pronamespace = p.schema
      union all
      select h.login, m.roleid::regrole::text, 'membership', true from home h join pg_auth_members m on m.member = h.oid where h.home is not null
      union all
      select h.login, 'superuser, createrole, createdb, replication or bypassrls', 'attribute',
        r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolreplication or r.rolbypassrls
      from home h join pg_roles r on r.oid = h.oid where h.home is not null
    )
    select login, object, kind, bad, 1 as n from asked where bad
    union all
    select '', '', 'schema', false, count(*)::int from asked`;
  const [counts] = await sql<{ logins: number; schemas: number }[]>`
    with home as (${HOMES(sql)}), guarded as (${GUARDED(sql)})
    select (select count(*)::int from home) as logins, (select count(*)::int from guarded) as schemas`;
  const failures = rows.filter((row) => row.bad).map(({ login, object, kind }) => ({ login, object, kind }));
  const checks = rows.find((row) => !row.bad)?.n ?? 0;
  return { logins: counts?.logins ?? 0, schemas: counts?.schemas ?? 0, checks, failures };
}
