// Conformance on a real database: seeds run twice, plans offer what manifests say, no trigger in a region.
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { createRegistry } from '@zhkh/kernel/module.server';
import { worksOf } from '@zhkh/kernel/worker.server';
import { offerModules, openOwnerAccess } from '@zhkh/kernel/tenancy.server';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { installed } from './installed.server.ts';

let regions: TwoRegions;

beforeAll(async () => {
  regions = await twoRegions(installed);
});

afterAll(() => regions.close());

it('every seed runs twice', async () => {
  const ctx = await systemIn(regions, 'tyumen');
  const seed = async () => {
    for (const module of installed) await module.seed?.(ctx, { size: 'small' });
  };
  const count = async () => {
    const tables = installed.flatMap((module) => module.tables.filter((table) => !/^(stage_|import_)/.test(table)));
    const rows = await Promise.all(tables.map(async (table) => [table, await countOf(table)] as const));
    return Object.fromEntries(rows);
  };
  const countOf = async (table: string) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(ctx.db);
    return rows[0]?.n;
  };
  await seed();
  const once = await count();
  await seed();
  expect(await count()).toEqual(once);
  expect(Object.values(once).some((n) => (n ?? 0) > 0)).toBe(true);
});

it('a region has no trigger', async () => {
  const ctx = await systemIn(regions, 'tyumen');
  const { rows } = await sql<{ name: string }>`
    select t.tgrelid::regclass || '.' || t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relnamespace = current_schema()::regnamespace`.execute(ctx.db);
  expect(rows).toEqual([]);
});

it('every table with the columns of work is claimed by a defineWork, and every work has its columns', async () => {
  const ctx = await systemIn(regions, 'tyumen');
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select table_name::text as name, array_agg(column_name::text) as columns from information_schema.columns
    where table_schema = current_schema() and table_name in (select tablename from pg_tables where schemaname = current_schema())
    group by table_name`.execute(ctx.db);
  const has = (columns: string[], ...wanted: string[]) => wanted.every((column) => columns.includes(column));
  const queues = rows.filter(({ columns }) => has(columns, 'state', 'tries', 'next_try_at'));
  const works = worksOf(createRegistry(installed)).map((work) => work.definition);
  expect(queues.map((table) => table.name).sort()).toEqual([...new Set(works.map((work) => work.table))].sort());
  for (const { id, table, hold } of works) {
    const columns = queues.find(({ name }) => name === table)?.columns ?? [];
    expect(has(columns, 'id', 'lease_until', 'last_error', ...(hold === 'lease' ? ['doubts'] : [])), id).toBe(true);
  }
});

it('every plan offers the modules whose manifests name it', async () => {
  const access = openOwnerAccess(regions.config);
  await offerModules(access, installed).finally(() => access.close());
  const { control } = regions.runtime;
  for (const module of installed.filter((one) => !one.alwaysOn)) {
    const rows = await control.selectFrom('plan_module').select('plan').where('module', '=', module.id).orderBy('plan').execute();
    expect(
      rows.map((row) => row.plan),
      module.id,
    ).toEqual([...(module.plans ?? [])].sort());
  }
});
