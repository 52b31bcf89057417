// Since when the worker has not come by for imports: of this region, for this job alone.
import { newId } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type ImportDesk, importDesk } from '../testing/import-desk.ts';
import { workerSilence } from './worker-silence.server.ts';

let desk: ImportDesk;
beforeAll(async () => {
  desk = await importDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  for (const { db } of [desk.ctx, desk.other]) await db.deleteFrom('job_run').execute();
});

const ago = (seconds: number) => new Date(desk.ctx.clock.now().getTime() - seconds * 1000);

async function cameBy(ctx: Context, at: Date, job = 'imports.run-imports'): Promise<void> {
  const run = { id: newId(), job, state: 'done', started_at: at, heartbeat_at: at, finished_at: at } as const;
  await ctx.db
    .insertInto('job_run')
    .values({ ...run, due_at: at, next_try_at: null, lease_until: null, last_error: null })
    .execute();
}

it('right: it lives for three minutes after it came last, then the moment is told', async () => {
  await cameBy(desk.ctx, ago(600));
  expect(await workerSilence(desk.ctx)).toBe(ago(600).toISOString());
  await cameBy(desk.ctx, ago(180));
  expect(await workerSilence(desk.ctx)).toBe(ago(180).toISOString());
  await cameBy(desk.ctx, ago(179));
  expect(await workerSilence(desk.ctx)).toBeNull();
});

it('right: where it never came it is silent at once', async () => {
  expect(await workerSilence(desk.ctx)).toBe(ago(180).toISOString());
});

it('refused: another job that ran says nothing of imports', async () => {
  await cameBy(desk.ctx, ago(1), 'imports.sweep-imports');
  expect(await workerSilence(desk.ctx)).toBe(ago(180).toISOString());
});

it('other region: its worker says nothing of this one’s', async () => {
  await cameBy(desk.other, ago(1));
  expect(await workerSilence(desk.ctx)).toBe(ago(180).toISOString());
  expect(await workerSilence(desk.other)).toBeNull();
});
