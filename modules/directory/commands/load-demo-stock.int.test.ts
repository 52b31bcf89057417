// The demo files of a region: every source is loaded, once, and into this region alone.
import { expect } from 'vitest';
import directory from '../module.server.ts';
import { provenanceOrphans } from '../queries/provenance-orphans.server.ts';
import { it, type Place } from '../testing/it.ts';
import { loadDemoStock } from './load-demo-stock.server.ts';

const load = (ctx: Place['system']) => loadDemoStock(ctx, { size: 'small' });
const loaded = (ctx: Place['system']) =>
  ctx.db.selectFrom('import_source').select(['connector', 'file']).where('loaded_at', 'is not', null).orderBy('file').execute();
const countsOf = async (ctx: Place['system']) =>
  Promise.all(
    (['house', 'company', 'management', 'licence', 'tariff', 'house_fact'] as const).map(
      async (table) => (await ctx.db.selectFrom(table).select('id').execute()).length,
    ),
  );

it('refused: a region without files of its own gets none of its neighbours’', { timeout: 30_000 }, async ({ regions, there }) => {
  const before = await countsOf(there.system);
  const strange = await regions.runtime.systemContext({ ...regions.region('omsk'), subjectCode: '99' });
  await load(strange);
  expect(await loaded(there.system)).toEqual([]);
  expect(await countsOf(there.system)).toEqual(before);
});

it('right: every file once, every fact with its source; a second time nothing', { timeout: 60_000 }, async ({ here }) => {
  await load(here.system);
  const files = await loaded(here.system);
  expect(files.map((one) => one.file)).toContain('contracts-2026-02-05.csv');
  expect(new Set(files.map((one) => one.file)).size).toBe(files.length);
  expect(new Set(files.map((one) => one.connector)).size).toBe(19);
  const counts = await countsOf(here.system);
  for (const count of counts) expect(count).toBeGreaterThan(10);
  expect((await provenanceOrphans(here.system, directory.tables)).orphans).toEqual([]);
  await load(here.system);
  expect(await loaded(here.system)).toEqual(files);
  expect(await countsOf(here.system)).toEqual(counts);
});

it('other region: nothing of the files loaded here is there', { timeout: 60_000 }, async ({ regions, here, there }) => {
  const before = await countsOf(there.system);
  await load(here.system);
  expect(await loaded(await regions.runtime.systemContext(regions.region('omsk')))).toEqual([]);
  expect(await countsOf(there.system)).toEqual(before);
});
