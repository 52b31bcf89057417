// The last run of each source: the newest of each, of the sources asked for, of this region.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runImport } from '../run/run-import.server.ts';
import { type ImportDesk, importDesk } from '../testing/import-desk.ts';
import { lastRuns } from './last-runs.server.ts';

let desk: ImportDesk;
const POINTS = 'house_guid;lat;lon;source\n';

beforeAll(async () => {
  desk = await importDesk();
});
afterAll(() => desk.close());

it('right: the newest run is told with what became of it', async () => {
  await runImport(desk.ctx, { connector: 'house-points', filePath: desk.file('house-points-2026-01-01.csv', POINTS) });
  const broken = await runImport(desk.ctx, { connector: 'house-points', filePath: desk.file('bad.csv', 'one;two\n') });
  expect(await lastRuns(desk.ctx, ['house-points', 'ozhf'])).toEqual([
    { connector: 'house-points', id: broken.importId, state: 'failed' },
  ]);
});

it('refused: a source nobody asked about is not told', async () => {
  expect(await lastRuns(desk.ctx, ['ozhf'])).toEqual([]);
});

it('other region: its runs are not seen', async () => {
  expect(await lastRuns(desk.other, ['house-points'])).toEqual([]);
});
