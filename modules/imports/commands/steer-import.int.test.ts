// A dry run is applied, an import is cancelled or begun anew: by the state it is in, in its own region.
import { newId } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ImportDesk, importDesk } from '../testing/import-desk.ts';
import { makeRun, runOf } from '../testing/rows.ts';
import { cancelImport, queueApply, restartImport } from './steer-import.server.ts';

let desk: ImportDesk;
let ctx: Context;
beforeAll(async () => {
  desk = await importDesk();
  ({ ctx } = desk);
});
afterAll(() => desk.close());

const HOUR = 3_600_000;
const kept = { file_id: newId(), file_sha256: 'b'.repeat(64), file_bytes: 7 };

/** A dry run that waits for so many hours more. */
async function dryRun(hours: number): Promise<string> {
  const expires = new Date(ctx.clock.now().getTime() + hours * HOUR);
  const id = await makeRun(ctx, { connector: 'ozhf', state: 'staged', mode: 'check', expires_at: expires, ...kept });
  await sql`insert into stage_house (import_id, line) values (${id}, '1')`.execute(ctx.db);
  return id;
}

async function stagedOf(importId: string): Promise<number> {
  const found = await sql`select 1 from stage_house where import_id = ${importId}`.execute(ctx.db);
  return found.rows.length;
}

it('right: a dry run waits again, to be applied from what is staged', async () => {
  const id = await dryRun(1);
  await queueApply(ctx, id);
  expect(await runOf(ctx, id)).toMatchObject({ state: 'queued', mode: 'apply', finished_at: null });
  expect(await stagedOf(id)).toBe(1);
});

it('right: what waits is cancelled at once with what it staged, what runs is told to stop, what ended stays', async () => {
  const [dry, beside] = [await dryRun(1), await dryRun(1)];
  const queued = await makeRun(ctx, { state: 'queued', finished_at: null });
  for (const id of [dry, queued]) {
    await cancelImport(ctx, id);
    expect(await runOf(ctx, id)).toMatchObject({ state: 'failed', error: 'cancelled', finished_at: ctx.clock.now() });
  }
  expect([await stagedOf(dry), await stagedOf(beside)]).toEqual([0, 1]);
  const running = await makeRun(ctx, { state: 'running', finished_at: null });
  await cancelImport(ctx, running);
  expect(await runOf(ctx, running)).toMatchObject({ state: 'running', error: null, cancel_at: ctx.clock.now() });
  const done = await makeRun(ctx);
  const before = await runOf(ctx, done);
  await cancelImport(ctx, done);
  expect(await runOf(ctx, done)).toEqual(before);
});

it('right: a new run begins over the same kept file; a check stays a check', async () => {
  const failed = await makeRun(ctx, { state: 'failed', mode: 'apply', error: 'cancelled', fact_date: '2026-02-05', ...kept });
  const before = await runOf(ctx, failed);
  const again = await restartImport(ctx, failed);
  expect(again).not.toBe(failed);
  expect(await runOf(ctx, again)).toMatchObject({
    ...kept,
    connector: 'house-points',
    file_name: 'points.csv',
    state: 'queued',
    mode: 'load',
    error: null,
    finished_at: null,
  });
  expect(await runOf(ctx, failed)).toEqual(before);
  const check = await restartImport(ctx, await makeRun(ctx, { state: 'stopped', mode: 'check', ...kept }));
  expect(await runOf(ctx, check)).toMatchObject({ state: 'queued', mode: 'check' });
});

it('refused: to apply what is no dry run any more', async () => {
  const over = await dryRun(-1);
  for (const id of [over, await makeRun(ctx), newId()])
    await expect(queueApply(ctx, id)).rejects.toMatchObject({ code: 'imports.not-staged' });
  expect(await runOf(ctx, over)).toMatchObject({ state: 'staged', mode: 'check' });
});

it('refused: to cancel or begin anew what is not there, what still goes on, whose file is gone', async () => {
  for (const steer of [cancelImport, restartImport])
    await expect(steer(ctx, newId())).rejects.toMatchObject({ code: 'imports.no-import' });
  for (const state of ['queued', 'running'] as const)
    await expect(restartImport(ctx, await makeRun(ctx, { state, ...kept }))).rejects.toMatchObject({
      code: 'imports.import-busy',
    });
  await expect(restartImport(ctx, await makeRun(ctx, { state: 'failed' }))).rejects.toMatchObject({ code: 'imports.file-gone' });
});

it('other region: it steers no import of this one', async () => {
  const dry = await dryRun(1);
  const before = await runOf(ctx, dry);
  await expect(queueApply(desk.other, dry)).rejects.toMatchObject({ code: 'imports.not-staged' });
  await expect(cancelImport(desk.other, dry)).rejects.toMatchObject({ code: 'imports.no-import' });
  await expect(restartImport(desk.other, dry)).rejects.toMatchObject({ code: 'imports.no-import' });
  expect(await runOf(ctx, dry)).toEqual(before);
  expect(await stagedOf(dry)).toBe(1);
  expect(await desk.other.db.selectFrom('import_run').select('id').execute()).toEqual([]);
});
