// How old what each source said is: its newest day, and when that is called stale.
import { saveSettings } from '@zhkh/kernel/runtime.server';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type ImportDesk, importDesk } from '../testing/import-desk.ts';
import { makeRun } from '../testing/rows.ts';
import { freshness } from './freshness.server.ts';

let desk: ImportDesk;
beforeAll(async () => {
  desk = await importDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  for (const { db } of [desk.ctx, desk.other]) await db.deleteFrom('import_run').execute();
});

it('right: the newest day of each source, stale by the general number, its own or the region’s', async () => {
  const loaded = new Date('2026-03-01T10:00:00Z');
  await makeRun(desk.ctx, { fact_date: '2026-01-10', finished_at: new Date('2026-01-11T10:00:00Z') });
  await makeRun(desk.ctx, { fact_date: '2026-02-20', finished_at: loaded });
  await makeRun(desk.ctx, { connector: 'contracts', fact_date: '2026-01-15', finished_at: loaded });
  await makeRun(desk.ctx, { connector: 'revexp', fact_date: '2025-03-02', finished_at: loaded });
  const loadedAt = loaded.toISOString();
  const told = (connector: string, factDate: string, days: number, stale: boolean) => ({
    connector,
    title: `directory:source.kinds.${connector}`,
    factDate,
    loadedAt,
    days,
    stale,
  });
  expect(await freshness(desk.ctx)).toEqual([
    told('contracts', '2026-01-15', 46, true),
    told('house-points', '2026-02-20', 10, false),
    told('revexp', '2025-03-02', 365, false),
  ]);
  const { regions, ctx } = desk;
  await ctx.write((w) =>
    saveSettings(regions.registry, ctx, w, 'imports', { staleDays: 46, staleDaysOf: { 'house-points': 9 } }),
  );
  expect((await freshness(ctx)).map((one) => [one.connector, one.stale])).toEqual([
    ['contracts', false],
    ['house-points', true],
    ['revexp', false],
  ]);
});

it('refused: what did not go in, or speaks of no day, is told of no source', async () => {
  for (const state of ['queued', 'running', 'staged', 'failed', 'stopped', 'expired'] as const)
    await makeRun(desk.ctx, { state, fact_date: '2026-02-20' });
  await makeRun(desk.ctx, { fact_date: null });
  expect(await freshness(desk.ctx)).toEqual([]);
});

it('other region: a newer day of its own does not make this one’s source fresh', async () => {
  await makeRun(desk.ctx, { fact_date: '2026-01-01' });
  await makeRun(desk.other, { fact_date: '2026-03-01' });
  await makeRun(desk.other, { connector: 'contracts', fact_date: '2026-03-01' });
  expect((await freshness(desk.ctx)).map((one) => [one.connector, one.factDate])).toEqual([['house-points', '2026-01-01']]);
});
