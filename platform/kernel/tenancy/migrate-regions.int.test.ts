// Migrations over many regions: a failed one stops nobody, applied files may not change, drift shows.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Migration } from '../db/migrate/read-migrations.server.ts';
import { readTenantMigrations } from '../db/migrate/read-migrations.server.ts';
import { type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { bootstrap } from './bootstrap.server.ts';
import { findDrift } from './find-drift.server.ts';
import { migrateAllRegions } from './migrate-all.server.ts';
import { migrateRegions, readHistories } from './migrate-regions.server.ts';
import { openOwnerAccess, type OwnerAccess } from './owner-access.server.ts';
import { provisionRegion, recordRegion } from './provision.server.ts';

let regions: TwoRegions;
let access: OwnerAccess;
beforeAll(async () => {
  regions = await twoRegions([]);
  access = openOwnerAccess(regions.config);
});
afterAll(async () => {
  await access.close();
  await regions.close();
});

const places = () =>
  (['omsk', 'tyumen'] as const).map((slug) => {
    const { id, schema, role } = regions.region(slug);
    return { id, slug, schema, role };
  });

const extra = (name: string, ...statements: string[]): Migration => ({
  name: `kernel/${name}`,
  module: 'kernel',
  checksum: name,
  statements,
  appendOnly: [],
});

const known = readTenantMigrations();

describe('migrateRegions', () => {
  it('finds nothing to do in a migrated database', async () => {
    expect(await migrateAllRegions(access)).toEqual([
      { slug: 'omsk', applied: 0, error: null },
      { slug: 'tyumen', applied: 0, error: null },
    ]);
    const histories = await readHistories(access.migrator, places());
    expect([...histories.values()].map((history) => history.length)).toEqual([known.length, known.length]);
  });

  it('leaves a region that fails untouched, migrates the others, and finishes on the next run', async () => {
    const plan = [
      ...known,
      extra('20990101T0000_first', 'create table first_one (x int)'),
      extra('20990101T0001_unique', 'create unique index on setting (changed_at)'),
    ];
    const omsk = places()[0];
    await access.migrator.unsafe(
      `insert into ${omsk?.schema}.setting (module, value, changed_at) values ('a', '{}', '2026-01-01'), ('b', '{}', '2026-01-01')`,
    );
    const reports = await migrateRegions(access.migrator, places(), plan);
    expect(reports).toMatchObject([
      { slug: 'omsk', error: expect.stringContaining('20990101T0001_unique') },
      { slug: 'tyumen', applied: 2, error: null },
    ]);
    const { problems } = await regions.runtime.ready();
    expect(problems).toHaveLength(1);
    expect((await findDrift(access.migrator)).length).toBeGreaterThan(0);

    await access.migrator.unsafe(`delete from ${omsk?.schema}.setting where module = 'b'`);
    expect(await migrateRegions(access.migrator, places(), plan)).toMatchObject([
      { applied: 1, error: null },
      { applied: 0, error: null },
    ]);
    expect(await findDrift(access.migrator)).toEqual([]);
  });

  it('takes a file that arrived late, refuses one that was changed', async () => {
    const [first] = known;
    if (!first) throw new Error('no migrations');
    const late = extra('20200101T0000_late', 'create table late_one (x int)');
    expect(await migrateRegions(access.migrator, places(), [late, ...known])).toMatchObject([{ applied: 1 }, { applied: 1 }]);
    const changed = { ...first, checksum: 'other' };
    const reports = await migrateRegions(access.migrator, places(), [changed, ...known.slice(1)]);
    expect(reports.every((report) => report.error?.includes('were changed'))).toBe(true);
  });

  it('runs twice at the same time without harm', async () => {
    const plan = [...known, extra('20990103T0000_twice', 'create table twice_one (x int)')];
    const other = openOwnerAccess(regions.config);
    const runs = await Promise.all([access, other].map((one) => migrateRegions(one.migrator, places(), plan)));
    await Promise.all([bootstrap(access, regions.config), bootstrap(other, regions.config)]);
    await other.close();
    expect(runs.flat().map((report) => report.error)).toEqual([null, null, null, null]);
    const histories = await readHistories(access.migrator, places());
    for (const history of histories.values())
      expect(history.filter((row) => row.name === 'kernel/20990103T0000_twice')).toHaveLength(1);
  });

  it('waits for a busy table and goes on', async () => {
    const tyumen = places()[1];
    const held = Promise.withResolvers<void>();
    const holding = access.owner.options.max;
    expect(holding).toBe(1);
    const lock = access.migrator.begin(async (tx) => {
      await tx.unsafe(`lock table ${tyumen?.schema}.setting in access exclusive mode`);
      held.resolve();
      await new Promise((resolve) => setTimeout(resolve, 3600));
    });
    await held.promise;
    const plan = [...known, extra('20990102T0000_busy', 'alter table setting add column busy int')];
    const [report] = await migrateRegions(access.migrator, tyumen ? [tyumen] : [], plan);
    await lock;
    expect(report).toMatchObject({ applied: 1, error: null });
  }, 20_000);
});

describe('provisionRegion', () => {
  const wanted = {
    slug: 'kurgan',
    name: 'Курганская область',
    nameEn: 'Kurgan Oblast',
    subjectCode: '45',
    timeZone: 'Asia/Yekaterinburg',
    brand: { hue: 30, chroma: 0.1, logoFileKey: null },
    hosts: ['kurgan.localhost:3000'],
    plan: 'start',
    modules: [],
  };

  it('goes on where it stopped, and ends with a region that works', async () => {
    await recordRegion(access, regions.config, wanted);
    let calls = 0;
    const reference = async () => {
      calls += 1;
      if (calls === 1) throw new Error('the power went');
    };
    await expect(provisionRegion(access, regions.config, 'kurgan', { reference })).rejects.toThrow('the power went');
    const steps = await regions.runtime.control
      .selectFrom('provision_step')
      .innerJoin('tenant', 'tenant.id', 'tenant_id')
      .select(['step', 'provision_step.state', 'error'])
      .where('slug', '=', 'kurgan')
      .execute();
    const stateOf = (step: string) => steps.find((row) => row.step === step)?.state;
    expect([stateOf('migrations'), stateOf('reference'), stateOf('active')]).toEqual(['done', 'failed', 'waiting']);

    const again: string[] = [];
    await provisionRegion(access, regions.config, 'kurgan', { reference, onStep: (step) => again.push(step) });
    expect(again).toEqual(['reference', 'isolation', 'active']);
    await regions.runtime.tenants.refresh();
    const tenant = await regions.runtime.tenants.byHost('kurgan.localhost:3000');
    expect(tenant?.state).toBe('active');
    if (tenant) expect(await regions.runtime.dbOf(tenant).selectFrom('setting').selectAll().execute()).toEqual([]);
  });

  it('lets one process at a time work on a region', async () => {
    const other = openOwnerAccess(regions.config);
    const slow = provisionRegion(access, regions.config, 'kurgan');
    const outcomes = await Promise.allSettled([slow, provisionRegion(other, regions.config, 'kurgan')]);
    await other.close();
    expect(outcomes.filter((one) => one.status === 'rejected').length).toBeLessThanOrEqual(1);
  });
});
