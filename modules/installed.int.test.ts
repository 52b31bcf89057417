// Conformance on a real database: demo data may be loaded twice and adds nothing the second time; plans offer what manifests say.
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
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
