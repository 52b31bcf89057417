// The worker: takes «go and look» jobs from the queues, and sweeps all regions whether the queue works or not.
import pTimeout from 'p-timeout';
import { DelayedError, type Job, type Worker } from 'bullmq';
import { drainRegion } from './drain.server.ts';
import type { Runtime } from '../runtime/runtime.server.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import { controlDuties } from './control-duties.server.ts';
import { unseal } from '../queue/envelope.server.ts';
import { type FairShare, fairShare } from './fair-share.ts';
import { knownJobs, type KnownJobs } from './known-jobs.server.ts';
import { connectQueues, type QueueName } from '../queue/queues.server.ts';
import { runJob } from './run-job.server.ts';
import { createSweep, type Sweep } from './sweep.server.ts';
import { serveHealth } from './worker-health.server.ts';

export interface WorkerOptions {
  runtime: Runtime;
  /** Jobs of one queue at the same time. */
  concurrency?: number;
  sweepMs?: number;
  healthPort?: number | null;
}

export interface RunningWorker {
  sweep: Sweep;
  /** Takes no more work, lets what runs end, closes everything. */
  stop(): Promise<void>;
}

interface WorkerState {
  runtime: Runtime;
  jobs: KnownJobs;
  share: FairShare;
  stopping: AbortController;
}

const CLOSE_MS = 8000;
/** A killed worker's job goes to another one within about ten seconds. */
const REDELIVERY = { lockDuration: 10_000, stalledInterval: 5000, maxStalledCount: 10 };

async function orderOf(state: WorkerState, job: Job): Promise<{ tenant: Tenant; jobId: string } | null> {
  const sent = unseal(state.runtime.config, job.data);
  if (sent.job !== job.name) throw new Error('The job was not signed under this name');
  const tenant = await state.runtime.tenants.bySlug(sent.tenant);
  if (tenant?.state !== 'active') return null;
  return { tenant, jobId: sent.job };
}

async function drainOne(state: WorkerState, job: Job): Promise<unknown> {
  const order = await orderOf(state, job);
  if (!order) return 'no such region';
  const report = await drainRegion(state.runtime, order.tenant, state.stopping.signal);
  if (report.more) state.runtime.hints.add(order.tenant.slug, order.jobId);
  return report;
}

async function runOne(state: WorkerState, job: Job, token?: string): Promise<unknown> {
  const order = await orderOf(state, job);
  const known = order && state.jobs.byId(order.jobId);
  if (!known) return 'no such region or job';
  const { tenant } = order;
  if (!state.share.enter(tenant.slug)) {
    await job.moveToDelayed(Date.now() + 300, token);
    throw new DelayedError();
  }
  try {
    const outcome = await runJob(state.runtime, { known, tenant, due: null, runId: null, signal: state.stopping.signal });
    // The queue gives it to the next worker.
    if (outcome === 'stopped') throw new Error('the worker was stopped');
    return outcome;
  } finally {
    state.share.leave(tenant.slug);
  }
}

const REST_MS = 1000;

/** A queue that refuses is asked again at once by its library, without a pause: here it rests before the next try. */
function brake(worker: Worker, told: (error: Error) => void): void {
  let resting = false;
  worker.on('error', (error) => {
    if (resting) return;
    resting = true;
    told(error);
    void worker.pause(true).catch(() => undefined);
    setTimeout(() => {
      resting = false;
      if (!worker.closing) void Promise.resolve(worker.resume()).catch(() => undefined);
    }, REST_MS).unref();
  });
}

function startQueues(state: WorkerState, concurrency: number): { close(): Promise<void> } {
  const { config, log } = state.runtime;
  const connection = connectQueues(config, 2 * concurrency + 6, log);
  const processors: Record<QueueName, (job: Job, token?: string) => Promise<unknown>> = {
    drain: (job) => drainOne(state, job),
    jobs: (job, token) => runOne(state, job, token),
  };
  const workers: Worker[] = Object.entries(processors).map(([name, processor]) => {
    const worker = connection.worker(name as QueueName, processor, { concurrency, ...REDELIVERY });
    brake(worker, (error) => log.warn({ err: error, queue: name }, 'the queue is away, the sweep does its work'));
    worker.on('failed', (job, error) => log.warn({ queue: name, job: job?.name, err: error }, 'queue job failed'));
    return worker;
  });
  return {
    async close() {
      await Promise.allSettled(workers.map((worker) => worker.close()));
      await connection.close();
    },
  };
}

/** Rounds one after the other with a pause; a failed round is only logged. */
function startRounds(state: WorkerState, sweep: Sweep, pauseMs: number): { close(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  const turn = () => {
    round = Promise.all([sweep.round(), controlDuties(state.runtime)])
      .catch((error: unknown) => state.runtime.log.warn({ err: error }, 'sweep failed'))
      .then(() => {
        if (!state.stopping.signal.aborted) timer = setTimeout(turn, pauseMs);
      });
  };
  turn();
  return {
    async close() {
      clearTimeout(timer);
      await round;
    },
  };
}

const within = (work: Promise<unknown>, ms: number) => pTimeout(work, { milliseconds: ms, message: false });

export function startWorker({ runtime, concurrency = 8, sweepMs = 3000, healthPort = null }: WorkerOptions): RunningWorker {
  const stopping = new AbortController();
  const state: WorkerState = { runtime, jobs: knownJobs(runtime.registry), share: fairShare(concurrency), stopping };
  const sweep = createSweep({ runtime, jobs: state.jobs, signal: stopping.signal });
  const queues = startQueues(state, concurrency);
  const rounds = startRounds(state, sweep, sweepMs);
  const health = healthPort === null ? null : serveHealth(runtime, sweep, healthPort);
  runtime.log.info('worker is running');
  return {
    sweep,
    async stop() {
      stopping.abort();
      health?.close();
      await within(Promise.allSettled([queues.close(), rounds.close()]), CLOSE_MS);
      await runtime.close();
      runtime.log.info('worker has stopped');
    },
  };
}
