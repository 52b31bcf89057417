// Runs one job of one region: module on, within its time, its failure written down where the operator sees it.
import pTimeout from 'p-timeout';
import type { JobContext } from '../module/context.server.ts';
import type { Runtime } from '../runtime/runtime.server.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import { isOn, type KnownJob } from './known-jobs.server.ts';
import { beat, closeRun, failRun, giveBackRun, type OpenRun, openDueRun, takeOver } from './runs.server.ts';

export interface JobOrder {
  known: KnownJob;
  tenant: Tenant;
  /** The minute it was due by the clock. */
  due: Date | null;
  /** A recorded run to go on with. */
  runId: string | null;
  signal: AbortSignal;
}

export type JobOutcome = 'done' | 'skipped' | 'failed' | 'stopped';

const BEAT_MS = 10_000;
/** What a job gets to end well when its worker is told to stop. */
const GRACE_MS = 5000;

/** Ends when the job ends or its time is over; a job that ignores its signal is left behind and counted as failed. */
async function inTime(known: KnownJob, ctx: JobContext, outer: AbortSignal): Promise<void> {
  const { job } = known;
  const graceOver = new AbortController();
  let grace: NodeJS.Timeout | undefined;
  const stopping = () => {
    grace = setTimeout(() => graceOver.abort(new Error('the worker was stopped')), GRACE_MS);
  };
  outer.addEventListener('abort', stopping, { once: true });
  const work = job.run(ctx, AbortSignal.any([outer, AbortSignal.timeout(job.timeout)]));
  try {
    await pTimeout(work, { milliseconds: job.timeout, message: `took over ${job.timeout} ms`, signal: graceOver.signal });
  } finally {
    clearTimeout(grace);
    outer.removeEventListener('abort', stopping);
  }
}

async function openRow(ctx: JobContext, { known, due, runId }: JobOrder): Promise<OpenRun | null | 'taken'> {
  if (runId) return (await takeOver(ctx, runId)) ?? 'taken';
  if (due) return (await openDueRun(ctx, known.job.id, due)) ?? 'taken';
  return null;
}

export async function runJob(runtime: Runtime, order: JobOrder): Promise<JobOutcome> {
  const { known, tenant } = order;
  const ctx = await runtime.systemContext(tenant);
  if (tenant.state !== 'active' || !isOn(known, ctx.modules)) return 'skipped';
  const run = await openRow(ctx, order);
  if (run === 'taken') return 'skipped';
  const heart = run && setInterval(() => void beat(ctx.db, run, ctx.clock.now()).catch(() => undefined), BEAT_MS);
  try {
    await inTime(known, ctx, order.signal);
    if (run) await closeRun(ctx.db, run, ctx.clock.now());
    return 'done';
  } catch (error) {
    if (order.signal.aborted) {
      if (run) await giveBackRun(ctx.db, run, ctx.clock.now());
      return 'stopped';
    }
    ctx.log.warn({ job: known.job.id, tries: run?.tries ?? 1, err: error }, 'job failed');
    const reason = (error as Error)?.message ?? String(error);
    await failRun(ctx.db, { job: known.job.id, run, attempts: known.job.attempts, reason, now: ctx.clock.now() });
    return 'failed';
  } finally {
    if (heart) clearInterval(heart);
  }
}
