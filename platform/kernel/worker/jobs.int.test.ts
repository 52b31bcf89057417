// Jobs on a real server: by hint through BullMQ, by the clock once over all workers, failures seen, the queue allowed to be away.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { marked, marksIn, probe, probeJobs } from './testing/probe-module.ts';
import type { JobContext } from '../module/context.server.ts';
import { createRuntime } from '../runtime/runtime.server.ts';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { requestProvision } from '../tenancy/request-provision.server.ts';
import { seal } from '../queue/envelope.server.ts';
import { knownJobs } from './known-jobs.server.ts';
import { createQueueClient } from '../queue/queue-client.server.ts';
import { runJob } from './run-job.server.ts';
import { type RunningWorker, startWorker } from './start-worker.server.ts';
import { createSweep } from './sweep.server.ts';

let regions: TwoRegions;
let ctx: JobContext;
const workers: RunningWorker[] = [];

beforeAll(async () => {
  regions = await twoRegions([probe]);
});
afterAll(() => regions.close());
beforeEach(async () => {
  ctx = await systemIn(regions, 'tyumen');
  await ctx.db.deleteFrom('job_run').execute();
  Object.assign(probeJobs, { runs: [], fail: false, hang: false });
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
});

const ourRuns = async () => await ctx.db.selectFrom('job_run').selectAll().where('job', 'like', 'probe.%').execute();

async function until(true_: () => Promise<boolean> | boolean, ms = 8000): Promise<void> {
  const ends = performance.now() + ms;
  while (!(await true_())) {
    if (performance.now() > ends) throw new Error('did not happen in time');
    await sleep(20);
  }
}

/** A worker process's worth: its own runtime. `sweepMs` is long, so what happens at once came through the queue. */
function work(changes: Partial<Parameters<typeof createRuntime>[0]['config']> = {}, sweepMs = 600_000): RunningWorker {
  const config = { ...regions.config, ...changes };
  const runtime = createRuntime({ config, registry: regions.registry, clock: regions.clock, name: 'worker' });
  const worker = startWorker({ runtime, sweepMs });
  workers.push(worker);
  return worker;
}

describe('the queue', () => {
  it('delivers an event soon after its commit, and runs a hinted job', async () => {
    const worker = work();
    await until(() => worker.sweep.lastRound() !== null);
    const started = performance.now();
    await ctx.write((w) => w.emit(marked, { key: 'by-hint', ms: 0 }));
    await until(async () => (await marksIn(ctx)).includes('by-hint'));
    expect(performance.now() - started).toBeLessThan(2000);
    ctx.hint('probe.look');
    await until(() => probeJobs.runs.includes('look tyumen'));
    expect(await ourRuns()).toEqual([]);
  });

  it('loses no event told while the region’s drain runs', async () => {
    work();
    for (let n = 0; n < 30; n += 1) {
      await ctx.write((w) => w.emit(marked, { key: `late-${n}`, ms: 3 }));
      await sleep(n % 7);
    }
    await until(async () => (await marksIn(ctx)).filter((key) => key.startsWith('late-')).length === 30);
  });

  it('refuses a job signed for another region', async () => {
    const worker = work();
    await until(() => worker.sweep.lastRound() !== null);
    const client = createQueueClient(regions.config, ctx.log);
    const forged = { ...seal(regions.config, { tenant: 'omsk', job: 'probe.look' }), tenant: 'tyumen' };
    const job = await client.queues.jobs.add('probe.look', forged, { attempts: 1 });
    await until(async () => (await job.getState()) === 'failed');
    expect((await client.queues.jobs.getJob(job.id ?? ''))?.failedReason).toMatch(/not signed/);
    expect(probeJobs.runs).toEqual([]);
    await client.close();
  });

  it('may be away: the commit stands at once and the sweep delivers', async () => {
    // The queue's login carries the installation: another one's does not exist here.
    const config = { installation: 'absent' };
    const runtime = createRuntime({ config: { ...regions.config, ...config }, registry: regions.registry, clock: regions.clock });
    const away = await runtime.systemContext(regions.region('tyumen'));
    const started = performance.now();
    await away.write((w) => w.emit(marked, { key: 'without-queue', ms: 0 }));
    expect(performance.now() - started).toBeLessThan(500);
    work(config, 100);
    await until(async () => (await marksIn(ctx)).includes('without-queue'));
    await runtime.close();
  });
});

describe('jobs by the clock', () => {
  it('run once though two workers sweep, in each region’s own night', async () => {
    regions.clock.set(new Date('2026-03-02T20:59:00Z'));
    const jobs = knownJobs(regions.registry);
    const signal = new AbortController().signal;
    const sweeps = [1, 2].map(() => createSweep({ runtime: regions.runtime, jobs, signal }));
    regions.clock.set(new Date('2026-03-02T21:00:30Z'));
    await Promise.all(sweeps.map((sweep) => sweep.round()));
    await until(async () => (await ourRuns()).some((run) => run.state === 'done'));
    await Promise.all(sweeps.map((sweep) => sweep.round()));
    await sleep(200);
    expect(probeJobs.runs).toEqual(['nightly tyumen']);
    expect(await ourRuns()).toMatchObject([{ job: 'probe.nightly', due_at: new Date('2026-03-02T21:00:00Z'), state: 'done' }]);
  });
});

describe('a region wished for on a page', () => {
  it('is brought up by the worker', async () => {
    const brand = { hue: 30, chroma: 0.1, logoFileKey: null };
    const names = { slug: 'kurgan', name: 'Курганская область', nameEn: 'Kurgan Oblast', subjectCode: '45' };
    const wish = { ...names, timeZone: 'Asia/Yekaterinburg', brand, hosts: ['kurgan.localhost:3000'], plan: 'start' };
    await requestProvision(regions.runtime.control, wish);
    work({}, 200);
    await until(async () => {
      await regions.runtime.tenants.refresh();
      return (await regions.runtime.tenants.bySlug('kurgan'))?.state === 'active';
    });
    const check = await regions.runtime.control.selectFrom('isolation_check').select('failures').executeTakeFirst();
    expect(check?.failures).toBe(0);
  });
});

describe('failures', () => {
  const order = () => {
    const known = knownJobs(regions.registry).byId('probe.look');
    if (!known) throw new Error('no job');
    return { known, tenant: regions.region('tyumen'), due: null, runId: null, signal: new AbortController().signal };
  };

  it('are tried again by the sweep, then parked with the reason', async () => {
    probeJobs.fail = true;
    expect(await runJob(regions.runtime, order())).toBe('failed');
    expect(await ourRuns()).toMatchObject([{ state: 'waiting', tries: 1, last_error: 'the probe fails' }]);
    const sweep = createSweep({
      runtime: regions.runtime,
      jobs: knownJobs(regions.registry),
      signal: new AbortController().signal,
    });
    await sweep.round();
    expect(probeJobs.runs).toHaveLength(1);
    regions.clock.advance(60_000);
    await sweep.round();
    await until(async () => (await ourRuns())[0]?.state === 'parked');
    expect(await ourRuns()).toMatchObject([{ tries: 2 }]);
  });

  it('do not count against a job whose worker is told to stop', async () => {
    probeJobs.hang = true;
    const stop = new AbortController();
    const due = new Date('2026-03-02T07:00:00Z');
    const running = runJob(regions.runtime, { ...order(), due, signal: stop.signal });
    await sleep(100);
    stop.abort();
    expect(await running).toBe('stopped');
    expect(await ourRuns()).toMatchObject([{ state: 'waiting', tries: 0, last_error: 'the worker was stopped' }]);
  });

  it('end a job that takes too long', async () => {
    probeJobs.hang = true;
    const started = performance.now();
    expect(await runJob(regions.runtime, order())).toBe('failed');
    expect(performance.now() - started).toBeLessThan(1500);
    expect((await ourRuns())[0]?.last_error).toMatch(/took over 400 ms|abort/i);
  });
});
