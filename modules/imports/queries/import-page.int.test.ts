// One import for its page: progress, refusals by reason, the earlier import of the very same file.
import { newId } from '@zhkh/kernel/db.server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ImportDesk, importDesk } from '../testing/import-desk.ts';
import { makeRun, refuseRow } from '../testing/rows.ts';
import { importPage } from './import-page.server.ts';

let desk: ImportDesk;
beforeAll(async () => {
  desk = await importDesk();
});
afterAll(() => desk.close());

const ago = (seconds: number) => new Date(desk.ctx.clock.now().getTime() - seconds * 1000);

it('right: while it is read: part, speed and what is left', async () => {
  const id = await makeRun(desk.ctx, {
    state: 'running',
    phase: 'reading',
    mode: 'check',
    started_at: ago(10),
    finished_at: null,
    file_bytes: 1000,
    bytes_read: 250,
    rows_read: 500,
    file_id: newId(),
    cancel_at: ago(1),
  });
  expect(await importPage(desk.ctx, id)).toMatchObject({
    id,
    title: 'directory:source.kinds.house-points',
    state: 'running',
    phase: 'reading',
    mode: 'check',
    part: 0.25,
    rows: 500,
    rowsPerSecond: 50,
    secondsLeft: 30,
    cancelling: true,
    kept: true,
    finishedAt: null,
    expiresAt: null,
    before: null,
    refusals: [],
  });
});

it('right: when it ended: counts, refusals by reason, the same file before', async () => {
  const file = { file_sha256: newId(), file_bytes: 40 };
  await makeRun(desk.ctx, { ...file, started_at: ago(300) });
  const before = await makeRun(desk.ctx, { ...file, started_at: ago(200) });
  const id = await makeRun(desk.ctx, {
    ...file,
    counts: { pointsNew: 3, pointsGone: 0, refused: 1 },
    rows_read: 7,
    rows_failed: 3,
  });
  for (const line of [4, 2]) await refuseRow(desk.ctx, id, { line });
  await refuseRow(desk.ctx, id, { line: 3, field: 'lon', reason: 'empty' });
  const page = await importPage(desk.ctx, id);
  expect(page).toMatchObject({
    state: 'done',
    counts: { pointsNew: 3, refused: 1 },
    changed: 3,
    failed: 3,
    rowsPerSecond: 0,
    secondsLeft: null,
    bytes: 40,
    kept: false,
    before: { id: before, at: ago(200).toISOString(), state: 'done' },
  });
  expect(page.counts).not.toHaveProperty('pointsGone');
  expect(page.refusals).toEqual([
    { field: 'lat', reason: 'not-a-number', rows: 2, line: 2 },
    { field: 'lon', reason: 'empty', rows: 1, line: 3 },
  ]);
});

it('refused: one that is not there; refusals of another run, an import of another source or one that failed', async () => {
  await expect(importPage(desk.ctx, newId())).rejects.toMatchObject({ kind: 'notFound', code: 'imports.no-import' });
  const file = { file_sha256: newId() };
  const failed = await makeRun(desk.ctx, { ...file, state: 'failed', started_at: ago(200) });
  await makeRun(desk.ctx, { ...file, connector: 'contracts', started_at: ago(100) });
  await refuseRow(desk.ctx, failed);
  const id = await makeRun(desk.ctx, { ...file, rows_failed: 1 });
  expect(await importPage(desk.ctx, id)).toMatchObject({ before: null, refusals: [] });
});

it('other region: its page is not seen here, nor that it had the same file', async () => {
  const file = { file_sha256: newId() };
  const theirs = await makeRun(desk.other, { ...file, started_at: ago(100) });
  await expect(importPage(desk.ctx, theirs)).rejects.toMatchObject({ code: 'imports.no-import' });
  expect(await importPage(desk.ctx, await makeRun(desk.ctx, file))).toMatchObject({ before: null });
});
