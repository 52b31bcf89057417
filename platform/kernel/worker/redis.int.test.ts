// The same queues on Redis, where the machine has one: hints reach the worker, and its absence costs time only.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { marked, marksIn, probe, probeJobs } from './testing/probe-module.ts';
import type { JobContext } from '../module/context.server.ts';
import { createRuntime } from '../runtime/runtime.server.ts';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { createQueueClient } from '../queue/queue-client.server.ts';
import { type RunningWorker, startWorker } from './start-worker.server.ts';
import { hasRedis, startRedis, type TestRedis } from './testing/redis.ts';

describe.skipIf(!hasRedis)('queues on Redis', () => {
  let redis: TestRedis;
  let regions: TwoRegions;
  let ctx: JobContext;
  const workers: RunningWorker[] = [];

  beforeAll(async () => {
    redis = await startRedis();
    regions = await twoRegions([probe], { redisUrl: redis.url });
  });
  afterAll(async () => {
    await regions.close();
    await redis.close();
  });
  beforeEach(async () => {
    ctx = await systemIn(regions, 'tyumen');
    Object.assign(probeJobs, { runs: [], fail: false, hang: false });
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  });

  /** With a long pause between sweeps, what happens at once came through the queue. */
  async function work(sweepMs = 600_000): Promise<void> {
    const runtime = createRuntime({ config: regions.config, registry: regions.registry, clock: regions.clock, name: 'worker' });
    const worker = startWorker({ runtime, sweepMs });
    workers.push(worker);
    await until(() => worker.sweep.lastRound() !== null);
  }

  async function until(holds: () => Promise<boolean> | boolean, ms = 8000): Promise<void> {
    for (const ends = performance.now() + ms; !(await holds()); await sleep(20)) {
      if (performance.now() > ends) throw new Error('did not happen in time');
    }
  }

  const mark = (key: string) => ctx.write((w) => w.emit(marked, { key, ms: 0 }));
  const isMarked = (key: string) => async () => (await marksIn(ctx)).includes(key);

  it('carry a hint to a job and an event to its handler at once, region by region', async () => {
    await work();
    const started = performance.now();
    await mark('on-redis');
    ctx.hint('probe.look');
    (await systemIn(regions, 'omsk')).hint('probe.look');
    await until(isMarked('on-redis'));
    await until(() => probeJobs.runs.length === 2);
    expect(performance.now() - started).toBeLessThan(2000);
    expect([...probeJobs.runs].sort()).toEqual(['look omsk', 'look tyumen']);
    expect(await marksIn(await systemIn(regions, 'omsk'))).toEqual([]);
  });

  it('keep what was asked for while no worker ran, through a kill of Redis, and end empty', async () => {
    const before = createQueueClient(regions.config, ctx.log);
    await before.addHint('tyumen', 'probe.look');
    await redis.kill();
    await redis.start();
    await before.close();
    await work();
    await until(() => probeJobs.runs.includes('look tyumen'), 12_000);
    const client = createQueueClient(regions.config, ctx.log);
    await client.queues.jobs.waitUntilReady();
    await until(async () => {
      const counts = await client.queues.jobs.getJobCounts('waiting', 'active', 'delayed', 'failed');
      return Object.values(counts).every((count) => count === 0);
    });
    await client.close();
  });

  it('may be away: the commit stands at once, the sweep delivers, and hints work again afterwards', async () => {
    await work(200);
    await redis.kill();
    const started = performance.now();
    await mark('without-redis');
    expect(performance.now() - started).toBeLessThan(500);
    await until(isMarked('without-redis'));
    await redis.start();
    await until(() => {
      ctx.hint('probe.look');
      return probeJobs.runs.includes('look tyumen');
    }, 15_000);
  });
});
