// Rows of job runs. A run by the clock has a row from the start: unique by job and minute, so many workers run it once.
// A run by hint gets a row when it fails, so that a failure is seen and tried again.
import { newId } from '../db/ids.ts';
import type { JobContext, TenantDb } from '../module/context.server.ts';
import { spread, waitAfter } from '../work/retry-plan.ts';
import { jobRuns, SILENT_MS } from './job-runs.server.ts';

export interface OpenRun {
  id: string;
  tries: number;
}

const leaseFrom = (now: Date) => ({ heartbeat_at: now, lease_until: new Date(now.getTime() + SILENT_MS) });

/** null = somebody else runs it or has run it. */
export async function openDueRun(ctx: JobContext, job: string, due: Date): Promise<OpenRun | null> {
  const now = ctx.clock.now();
  const run = { id: newId(), job, due_at: due, tries: 1, started_at: now, next_try_at: now };
  const made = await ctx.db
    .insertInto('job_run')
    .values({ ...run, state: 'waiting', ...leaseFrom(now) })
    .onConflict((conflict) => conflict.columns(['job', 'due_at']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made) return { id: made.id, tries: 1 };
  const known = await ctx.db
    .selectFrom('job_run')
    .select('id')
    .where('job', '=', job)
    .where('due_at', '=', due)
    .executeTakeFirst();
  return known ? takeOver(ctx, known.id) : null;
}

/** Goes on with a failed run whose pause is over, or with one whose worker died. */
export async function takeOver(ctx: JobContext, id: string): Promise<OpenRun | null> {
  const [run] = await jobRuns.claim(ctx, { id });
  if (!run) return null;
  await ctx.db.updateTable('job_run').set({ started_at: ctx.clock.now(), finished_at: null }).where('id', '=', id).execute();
  return run;
}

export async function beat(db: TenantDb, run: OpenRun, now: Date): Promise<void> {
  await db
    .updateTable('job_run')
    .set(leaseFrom(now))
    .where('id', '=', run.id)
    .where('tries', '=', run.tries)
    .where('lease_until', 'is not', null)
    .execute();
}

export async function closeRun(db: TenantDb, run: OpenRun, now: Date): Promise<void> {
  await jobRuns.done(db, run, now);
}

export interface RunFailure {
  job: string;
  run: OpenRun | null;
  attempts: number;
  reason: string;
  now: Date;
}

/** Failed runs are tried again by the sweep until the job's attempts are used up; then they wait for a person. */
export async function failRun(db: TenantDb, { job, run, attempts, reason, now }: RunFailure): Promise<void> {
  const park = (run?.tries ?? 1) >= attempts;
  if (run) {
    await jobRuns.fail(db, run, { reason, park }, now);
    return;
  }
  const open = await db
    .selectFrom('job_run')
    .select('id')
    .where('job', '=', job)
    .where('due_at', 'is', null)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  if (open) return;
  const wait = park ? 0 : spread(waitAfter(jobRuns.definition.retry, 1) ?? 0, Math.random());
  await db
    .insertInto('job_run')
    .values({
      id: newId(),
      job,
      state: park ? 'parked' : 'waiting',
      tries: 1,

      started_at: now,
      heartbeat_at: now,
      next_try_at: new Date(now.getTime() + wait),
      finished_at: now,
      last_error: reason.slice(0, 500),
    })
    .execute();
}

/** A run cut short by the end of its worker: another one takes it up, and no try is counted. */
export async function giveBackRun(db: TenantDb, run: OpenRun, now: Date): Promise<void> {
  await jobRuns.fail(db, run, { reason: 'the worker was stopped', unspent: true, wait: 0 }, now);
}

/** Runs to take up again: failed ones whose pause is over, and those of dead workers. */
export async function runsToRetry(db: TenantDb, now: Date): Promise<{ id: string; job: string; due: Date | null }[]> {
  return await db
    .selectFrom('job_run')
    .select(['id', 'job', 'due_at as due'])
    .where('state', '=', 'waiting')
    .where('next_try_at', '<=', now)
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', now)]))
    .orderBy('next_try_at')
    .limit(50)
    .execute();
}

/** When each job of the clock was last due in this region. */
export async function lastDue(db: TenantDb): Promise<Map<string, Date>> {
  const rows = await db
    .selectFrom('job_run')
    .select((eb) => ['job', eb.fn.max('due_at').as('due')])
    .where('due_at', 'is not', null)
    .groupBy('job')
    .execute();
  return new Map(rows.flatMap((row) => (row.due ? [[row.job, row.due] as const] : [])));
}

export async function clearRuns(db: TenantDb, before: Date): Promise<void> {
  await db.deleteFrom('job_run').where('state', 'in', ['done', 'discarded']).where('finished_at', '<', before).execute();
}
