// The sweep behind the queue: asks each region every few seconds for due events, jobs and retries.
// It does the work itself, so nothing is lost when the queue is away or a hint was.
import { drainRegion } from './drain.server.ts';
import type { Runtime } from '../runtime/runtime.server.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import { dueSince } from '../queue/cron.ts';
import { isOn, type KnownJobs } from './known-jobs.server.ts';
import { runJob } from './run-job.server.ts';
import { lastDue, runsToRetry } from './runs.server.ts';

export interface Sweep {
  /** Resolves when the round is over. */
  round(): Promise<void>;
  /** When the last whole round ended. */
  lastRound(): Date | null;
}

interface SweepParts {
  runtime: Runtime;
  jobs: KnownJobs;
  signal: AbortSignal;
}

export function createSweep({ runtime, jobs, signal }: SweepParts): Sweep {
  const started = runtime.clock.now();
  const busy = new Set<string>();
  let ended: Date | null = null;

  /** At most one of a kind per region at a time in this process; long ones do not hold the round. */
  function once(key: string, work: () => Promise<unknown>): void {
    if (busy.has(key) || signal.aborted) return;
    busy.add(key);
    void work()
      .catch((error: unknown) => runtime.log.warn({ err: error, key }, 'sweep'))
      .finally(() => busy.delete(key));
  }

  async function startDueJobs(tenant: Tenant, modules: ReadonlySet<string>): Promise<void> {
    const db = runtime.dbOf(tenant);
    const now = runtime.clock.now();
    const last = await lastDue(db);
    for (const known of jobs.withCron) {
      if (!isOn(known, modules) || !known.job.cron) continue;
      const due = dueSince(known.job.cron, tenant.timeZone, last.get(known.job.id) ?? started, now);
      if (due) once(`${tenant.slug} ${known.job.id}`, () => runJob(runtime, { known, tenant, due, runId: null, signal }));
    }
    for (const run of await runsToRetry(db, now)) {
      const known = jobs.byId(run.job);
      if (known && isOn(known, modules)) {
        once(`${tenant.slug} ${known.job.id}`, () => runJob(runtime, { known, tenant, due: run.due, runId: run.id, signal }));
      }
    }
  }

  async function sweepRegion(tenant: Tenant): Promise<void> {
    const modules = await runtime.flags.modulesOf(tenant.id);
    await drainRegion(runtime, tenant, signal);
    await startDueJobs(tenant, modules);
  }

  return {
    async round() {
      const regions = (await runtime.tenants.list()).filter((tenant) => tenant.state === 'active');
      const queue = [...regions];
      const walker = async () => {
        for (let tenant = queue.shift(); tenant && !signal.aborted; tenant = queue.shift()) {
          const { slug } = tenant;
          await sweepRegion(tenant).catch((error: unknown) =>
            runtime.log.warn({ tenant: slug, err: error }, 'region could not be swept'),
          );
        }
      };
      await Promise.all(Array.from({ length: 4 }, walker));
      ended = runtime.clock.now();
    },
    lastRound: () => ended,
  };
}
