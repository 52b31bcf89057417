// Delivery on a real server: once under many workers and under kills, poison apart, fair between regions.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JobContext } from '../module/context.server.ts';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { drainRegion } from './drain.server.ts';
import { EVENT_LEASE_MS, EVENT_RETRY, eventDeliveries } from '../events/event-deliveries.server.ts';
import { cure, marked, marksIn, poisoned, probe } from './testing/probe-module.ts';

let regions: TwoRegions;
let ctx: JobContext;
beforeAll(async () => {
  regions = await twoRegions([probe]);
});
afterAll(() => regions.close());
beforeEach(async () => {
  ctx = await systemIn(regions, 'tyumen');
  for (const slug of ['tyumen', 'omsk'] as const) {
    const { db } = await systemIn(regions, slug);
    await db.deleteFrom('event_delivery').execute();
    await db.deleteFrom('setting').where('module', 'like', 'mark %').execute();
  }
  cure.poison = true;
});

const drain = (slug: 'tyumen' | 'omsk' = 'tyumen') => drainRegion(regions.runtime, regions.region(slug));
const rows = () => ctx.db.selectFrom('event_delivery').selectAll().orderBy('id').execute();

async function tell(count: number, ms = 0, from: JobContext = ctx): Promise<void> {
  await from.write(async (w) => {
    for (let n = 0; n < count; n += 1) await w.emit(marked, { key: `${String(n).padStart(5, '0')}`, ms });
  });
}

describe('emit', () => {
  it('leaves no row when the transaction fails, and refuses a payload that is not the event’s', async () => {
    const failed = ctx.write(async (w) => {
      await w.emit(marked, { key: 'x', ms: 0 });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await expect(ctx.write((w) => w.emit(marked, { wrong: 1 } as never))).rejects.toThrow();
    expect(await rows()).toEqual([]);
  });
});

describe('drain', () => {
  it('runs each handler once though several workers drain at the same time', async () => {
    await tell(200);
    await Promise.all(Array.from({ length: 4 }, () => drain()));
    expect(await marksIn(ctx)).toHaveLength(200);
    expect((await rows()).every((row) => row.state === 'done')).toBe(true);
  });

  it('parks poison after its tries with the reason, and lets the others pass', async () => {
    await ctx.write(async (w) => {
      await w.emit(marked, { key: 'before', ms: 0 });
      await w.emit(poisoned, { key: 'bad' });
      await w.emit(marked, { key: 'behind', ms: 0 });
    });
    await drain();
    expect(await marksIn(ctx)).toEqual(['before', 'behind']);
    for (let n = 1; n < EVENT_RETRY.tries; n += 1) {
      regions.clock.advance(2 * 3_600_000);
      await drain();
    }
    const events = eventDeliveries(regions.registry);
    const [parked] = await events.parked(ctx.db, 10);
    expect(parked).toMatchObject({
      subject: 'probe.poisoned@1 → probe.on-poisoned',
      tries: EVENT_RETRY.tries,
      reason: 'cannot swallow this',
    });
    expect(await marksIn(ctx)).toEqual(['before', 'behind']);

    cure.poison = false;
    expect(await events.retry(ctx.db, parked?.id ?? '', ctx.clock.now())).toBe(1);
    await drain();
    expect(await marksIn(ctx)).toEqual(['bad', 'before', 'behind']);
    expect(await events.discard(ctx.db, parked?.id ?? '', ctx.clock.now())).toBe(0);
  });

  it('counts the tries of a handler that kills its worker', async () => {
    await tell(1);
    await ctx.db.updateTable('event_delivery').set({ tries: EVENT_RETRY.tries, next_try_at: ctx.clock.now() }).execute();
    await drain();
    expect(await rows()).toMatchObject([{ state: 'parked', last_error: 'the worker died while it ran' }]);
  });

  it('keeps the events of a handler nobody has, with the reason', async () => {
    await tell(1);
    await ctx.db.updateTable('event_delivery').set({ handler: 'gone.on-marked' }).execute();
    await drain();
    expect(await rows()).toMatchObject([{ state: 'waiting', tries: 1, last_error: expect.stringContaining('gone.on-marked') }]);
  });

  it('ends a region’s turn so that the neighbour is served meanwhile', async () => {
    const omsk = await systemIn(regions, 'omsk');
    await tell(400, 20);
    await tell(3, 0, omsk);
    const noisy = drain();
    const started = performance.now();
    await drain('omsk');
    expect(performance.now() - started).toBeLessThan(1000);
    expect(await marksIn(omsk)).toHaveLength(3);
    const report = await noisy;
    expect(report.more).toBe(true);
    expect(await marksIn(ctx)).not.toHaveLength(400);
  });
});

describe('killed workers', () => {
  it('lose nothing and do nothing twice', async () => {
    const count = 300;
    await tell(count, 3);
    const script = path.join(import.meta.dirname, 'testing/drain-until-killed.ts');
    const argument = JSON.stringify([regions.config, 'tyumen']);
    let kills = 0;
    for (; kills < 8; kills += 1) {
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, argument], { stdio: 'inherit' });
      await sleep(350 + kills * 40);
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
    }
    regions.clock.set(new Date(Date.now() + EVENT_LEASE_MS + 1000));
    for (let turn = 0; turn < 10; turn += 1) await drain();
    const states = (await rows()).map((row) => row.state);
    expect(states.filter((state) => state === 'done')).toHaveLength(count);
    expect(await marksIn(ctx)).toHaveLength(count);
    const { rows: invariants } = await import('kysely').then(({ sql }) =>
      sql`select * from invariant_event_stuck`.execute(ctx.db),
    );
    expect(invariants).toEqual([]);
  });
});
