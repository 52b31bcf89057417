// Runs queued imports in the worker: upload, dry run, apply, cancel in every phase, restart.
import { readFileSync } from 'node:fs';
import type { Context } from '@zhkh/kernel/module.server';
import { asOperator, systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportMode, queueUpload } from '../commands/queue-import.server.ts';
import { cancelImport, queueApply, restartImport } from '../commands/steer-import.server.ts';
import { installed } from '../../installed.server.ts';
import { leftOvers } from '../prove/facts.ts';
import { demoFile } from '../testing/demo-files.ts';
import { runOf as runIn, uploaded } from '../testing/rows.ts';
import { runWaiting } from './run-imports.server.ts';

const tables = installed.flatMap((module) => module.tables);
let regions: TwoRegions;
let ctx: Context;
let worker: Context;
beforeAll(async () => {
  regions = await twoRegions(installed);
  ctx = await asOperator(regions, 'tyumen');
  worker = await systemIn(regions, 'tyumen');
});
afterAll(() => regions.close());

const never = new AbortController().signal;

const ozhf = () => uploaded('ozhf-01-02-2026.tar.gz', readFileSync(demoFile('ozhf')));
const queue = (mode: ImportMode, file = ozhf()) => queueUpload(ctx, { connector: 'ozhf', mode, file });
const runOf = (id: string) => runIn(ctx, id);

describe('an import of the queue', () => {
  it('is checked, then applied by the worker, and changes nothing in between', async () => {
    const id = await queue('check');
    expect(await runOf(id)).toMatchObject({
      state: 'queued',
      mode: 'check',
      file_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await runWaiting(worker, never)).toBe(1);
    const checked = await runOf(id);
    expect(checked).toMatchObject({ state: 'staged', phase: null });
    expect(checked.counts.housesNew).toBeGreaterThan(100);
    expect(await houses()).toBe(0);
    await queueApply(ctx, id);
    expect(await runWaiting(worker, never)).toBe(1);
    expect(await runOf(id)).toMatchObject({ state: 'done', mode: 'apply' });
    expect(await houses()).toBeGreaterThan(100);
    await expect(queueApply(ctx, id)).rejects.toThrow();
  });

  it('is refused for an unknown source and for a file beyond the setting', async () => {
    await expect(queueUpload(ctx, { connector: 'nobody', mode: 'load', file: ozhf() })).rejects.toMatchObject({
      kind: 'invalid',
    });
    const huge = { ...ozhf(), size: 5e9 };
    await expect(queueUpload(ctx, { connector: 'ozhf', mode: 'load', file: huge })).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('that waits, or whose dry run waits, is cancelled at once', async () => {
    const waiting = await queue('load');
    await cancelImport(ctx, waiting);
    expect(await runOf(waiting)).toMatchObject({ state: 'failed', error: 'cancelled' });
    const checked = await queue('check');
    await runWaiting(worker, never);
    await cancelImport(ctx, checked);
    expect(await runOf(checked)).toMatchObject({ state: 'failed', error: 'cancelled' });
    expect(await leftOvers(ctx, tables)).toEqual([]);
    expect(await runWaiting(worker, never)).toBe(0);
  });

  it('that is being read is cancelled within seconds, and its file begins anew', { timeout: 30_000 }, async () => {
    const id = await queue('load', uploaded('house-points-2026-02-05.csv', points(400_000)));
    await ctx.db.updateTable('import_run').set({ connector: 'house-points' }).where('id', '=', id).execute();
    const going = runWaiting(worker, never);
    await until(async () => (await runOf(id)).state === 'running');
    await cancelImport(ctx, id);
    await going;
    expect(await runOf(id)).toMatchObject({ state: 'failed', error: 'cancelled' });
    expect(await leftOvers(ctx, tables)).toEqual([]);
    const again = await restartImport(ctx, id);
    expect(await runOf(again)).toMatchObject({ state: 'queued', connector: 'house-points' });
    await cancelImport(ctx, again);
  });

  it('goes back into the queue when the worker is told to stop', { timeout: 30_000 }, async () => {
    const id = await queue('load', uploaded('house-points-2026-02-05.csv', points(400_000)));
    await ctx.db.updateTable('import_run').set({ connector: 'house-points' }).where('id', '=', id).execute();
    const stop = new AbortController();
    const going = runWaiting(worker, stop.signal);
    await until(async () => (await runOf(id)).phase === 'reading');
    stop.abort();
    await going;
    expect(await runOf(id)).toMatchObject({ state: 'queued', error: null, rows_read: 0 });
    expect(await leftOvers(ctx, tables)).toEqual([]);
    await cancelImport(ctx, id);
  });

  it('whose file is gone says so and the next one goes on', async () => {
    const lost = await queue('load');
    const row = await runOf(lost);
    await ctx.files.remove(row.file_id ?? '');
    const next = await queue('load');
    await runWaiting(worker, never);
    expect(await runOf(lost)).toMatchObject({ state: 'failed', error: 'platform.no-file' });
    expect(await runOf(next)).toMatchObject({ state: 'done' });
  });

  it('belongs to its region alone', async () => {
    const omsk = await systemIn(regions, 'omsk');
    expect(await omsk.db.selectFrom('import_run').select('id').execute()).toEqual([]);
    expect(await omsk.db.selectFrom('file').select('id').execute()).toEqual([]);
  });
});

async function houses(): Promise<number> {
  return (await ctx.db.selectFrom('house').select('id').execute()).length;
}

function points(rows: number): Uint8Array {
  const lines = Array.from(
    { length: rows },
    (_, at) => `${at.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000;57.1;65.5;file`,
  );
  return Buffer.from(`house_guid;lat;lon;source\n${lines.join('\n')}\n`);
}

async function until(true_: () => Promise<boolean>): Promise<void> {
  while (!(await true_())) await new Promise((resolve) => setTimeout(resolve, 20));
}
