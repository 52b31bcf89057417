// The wall as the catalogue tells it: every login of a region against every object outside its schema.
import type { Sql } from 'postgres';
import { invitationCanaryOf, type RegionWorld, type Side } from './world.ts';

export interface GrantCount {
  logins: number;
  tables: number;
  sequences: number;
  functions: number;
  /** Pairs of login and foreign object that let something through. */
  open: { login: string; object: string }[];
}

export async function countGrants(sql: Sql): Promise<GrantCount> {
  const pairs = await sql<{ login: string; object: string; kind: 'table' | 'sequence' | 'function'; open: boolean }[]>`
    with login as (
      select r.oid, r.rolname::text as name, t.schema_name as home from pg_roles r join platform.tenant t on t.role_name = r.rolname
      union all
      select r.oid, r.rolname::text, 'platform' from pg_roles r where r.rolname like '%\_control' and r.rolcanlogin
    ), guarded as (
      select oid, nspname::text as name from pg_namespace where nspname in ('platform', 'public', 'bullmq') or nspname like 'region\_%'
    )
    select l.name as login, g.name || '.' || c.relname as object, case c.relkind when 'S' then 'sequence' else 'table' end as kind,
      case c.relkind when 'S' then has_sequence_privilege(l.oid, c.oid, 'USAGE, SELECT, UPDATE')
        else has_table_privilege(l.oid, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER') or has_any_column_privilege(l.oid, c.oid, 'SELECT, INSERT, UPDATE, REFERENCES') end as open
    from login l cross join guarded g join pg_class c on c.relnamespace = g.oid and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
    where g.name <> l.home
    union all
    select l.name, g.name || '.' || f.proname, 'function', has_function_privilege(l.oid, f.oid, 'EXECUTE')
    from login l cross join guarded g join pg_proc f on f.pronamespace = g.oid
    where g.name <> l.home`;
  const of = (kind: string) => pairs.filter((pair) => pair.kind === kind).length;
  return {
    logins: new Set(pairs.map((pair) => pair.login)).size,
    tables: of('table'),
    sequences: of('sequence'),
    functions: of('function'),
    open: pairs.filter((pair) => pair.open).map(({ login, object }) => ({ login, object })),
  };
}

/**
 * A print of everything one region holds of the people in the world: changes when any of their rows does, or when one is added.
 * `only` narrows it to one side's complaint.
 */
export async function printOf(sql: Sql, world: RegionWorld, only?: Side): Promise<string> {
  const sides = (only ? [only] : (['first', 'second'] as const)).map((side) => world.sides[side]);
  const accounts = [
    ...sides.map((side) => side.account),
    ...(only ? [] : Object.values(world.staff).map((person) => person.accountId)),
  ];
  const complaints = sides.map((side) => side.complaint);
  const rows = {
    complaint: sql`id in ${sql(complaints)} or author_id in ${sql(accounts)}`,
    complaint_answer: sql`complaint_id in ${sql(complaints)}`,
    complaint_event: sql`complaint_id in ${sql(complaints)} or actor_id in ${sql(accounts)}`,
    complaint_grade: sql`complaint_id in ${sql(complaints)}`,
    complaint_photo: sql`complaint_id in ${sql(complaints)}`,
    ...(!only && {
      account: sql`id in ${sql(accounts)}`,
      membership: sql`account_id in ${sql(accounts)}`,
      residence: sql`account_id in ${sql(accounts)}`,
      consent: sql`account_id in ${sql(accounts)}`,
      invitation: sql`organisation_name like ${`${invitationCanaryOf(world.region)}%`}`,
      house: sql`id in ${sql(sides.map((side) => side.house))}`,
      company: sql`id in ${sql(sides.map((side) => side.company))}`,
    }),
  };
  const prints: string[] = [];
  for (const [table, where] of Object.entries(rows)) {
    const [row] = await sql<{ print: string }[]>`
      select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${sql(`region_${world.region}.${table}`)} t where ${where}`;
    prints.push(`${table} ${row?.print}`);
  }
  return prints.join('\n');
}
