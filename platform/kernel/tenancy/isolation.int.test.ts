// The wall: what a region's login can reach besides its own schema. Asked of the catalogue, then tried by hand.
import { sql } from 'kysely';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAdmin } from '../db/admin.server.ts';
import type { TenantDb } from '../module/context.server.ts';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { checkIsolation } from './check-isolation.server.ts';
import { runIsolationCheck } from './run-isolation-check.server.ts';

let regions: TwoRegions;
let db: TenantDb;
let superuser: postgres.Sql;
beforeAll(async () => {
  regions = await twoRegions([]);
  db = (await systemIn(regions, 'tyumen')).db;
  superuser = openAdmin(regions.database.superuserUrl);
});
afterAll(async () => {
  await superuser.end();
  await regions.close();
});

const codeOf = (error: unknown): string | undefined => {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: unknown };
  return code?.length === 5 ? code : cause ? codeOf(cause) : code;
};
const tried = (text: string) =>
  db.executeQuery({ sql: text, parameters: [], query: { kind: 'RawNode' } as never, queryId: { queryId: 't' } as never });

describe('the catalogue', () => {
  it('shows no privilege of any login outside its own schema, and keeps the answer', async () => {
    const report = await runIsolationCheck(regions.config);
    expect(report.failures).toEqual([]);
    expect(report.logins).toBeGreaterThanOrEqual(4);
    expect(report.checks).toBeGreaterThan(500);
    const kept = await regions.runtime.control.selectFrom('isolation_check').select(['checks', 'failures']).executeTakeFirst();
    expect(kept).toEqual({ checks: report.checks, failures: 0 });
  });

  it.each([
    ['table', 'grant select on region_omsk.setting to zhkh_region_tyumen'],
    ['table', 'grant select (module) on region_omsk.setting to zhkh_region_tyumen'],
    ['schema', 'grant usage on schema platform to zhkh_region_tyumen'],
    ['table', 'grant select on platform.tenant to public'],
    ['sequence', 'grant usage on all sequences in schema region_omsk to zhkh_region_tyumen'],
    ['function', 'create function region_omsk.planted() returns int language sql as $$ select 1 $$'],
    ['membership', 'grant zhkh_region_omsk to zhkh_region_tyumen'],
    ['attribute', 'alter role zhkh_region_tyumen createrole'],
    [
      'schema',
      'create role stranger login; grant usage on schema region_omsk to stranger; grant connect on database :db to stranger',
    ],
  ])('finds a planted %s privilege: %s', async (kind, plant) => {
    const found = superuser.begin(async (tx) => {
      await tx.unsafe(plant.replace(':db', regions.database.name));
      const { failures } = await checkIsolation(tx as never);
      // Never committed: other tests of this cluster must not meet it.
      throw Object.assign(new Error('planted'), { kinds: failures.map((failure) => failure.kind) });
    });
    await expect(found).rejects.toMatchObject({ kinds: expect.arrayContaining([kind]) });
  });
});

describe('by hand, under the login of Тюмень', () => {
  it.each([
    ['a foreign table', 'select * from region_omsk.setting'],
    ['the control plane', 'select * from platform.tenant'],
    ['the queue', 'select * from bullmq.job'],
    ['another role', 'set role zhkh_region_omsk'],
    ['another role by a function', "select set_config('role', 'zhkh_region_omsk', false)"],
    ['the owner', 'set session authorization zhkh_owner'],
    ['a table of its own', 'create table stray (x int)'],
    ['a temporary table', 'create temp table stray (x int)'],
    ['a table in public', 'create table public.stray (x int)'],
    ['a change of the audit trail', 'update audit_entry set action = action'],
    ['an end of the audit trail', 'delete from audit_entry'],
    ['a change of the sealed log', 'update sealed_entry set digest = digest'],
    ['a cut of its chain', 'delete from sealed_link'],
    ['a change of the history of migrations', 'delete from migration_history'],
    ['a file of the server', "select pg_read_file('/etc/passwd')"],
    ['a dropped table', 'drop table setting'],
  ])('refuses %s', async (_, text) => {
    const error = await tried(text).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(codeOf(error)).toMatch(/^(42501|42P01|3F000)$/);
  });

  it('finds nothing foreign by a search path set in the session', async () => {
    const found = db.transaction().execute(async (tx) => {
      await sql`select set_config('search_path', 'region_omsk, platform', true)`.execute(tx);
      return await sql`select * from setting`.execute(tx);
    });
    await expect(found).rejects.toMatchObject({ code: expect.stringMatching(/^(42P01|42501)$/) });
  });

  it('has its limits on the role, not on the session', async () => {
    const { rows } = await sql<{ name: string; value: string }>`
      select name, setting as value from pg_settings where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout')
      order by name`.execute(db);
    expect(rows.map((row) => row.value)).toEqual(['10000', '3000', '10000']);
    const role = await superuser`select rolconnlimit, rolinherit from pg_roles where rolname = 'zhkh_region_tyumen'`;
    expect(role[0]).toEqual({ rolconnlimit: 60, rolinherit: false });
  });

  it('is the owner of nothing', async () => {
    const owned =
      await superuser`select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname like '%\\_region\\_%'`;
    expect(owned).toHaveLength(0);
  });
});

describe('views and functions', () => {
  it('run with the rights of the asker, and nothing escalates', async () => {
    const views =
      await superuser`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'v' and n.nspname like 'region\\_%' and not coalesce(c.reloptions::text ~ 'security_invoker=(true|on|1)', false)`;
    expect(views.map((view) => view['name'])).toEqual([]);
    const definers =
      await superuser`select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')`;
    expect(definers.map((definer) => definer['name'])).toEqual([]);
  });
});
