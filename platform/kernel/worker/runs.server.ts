// Rows of job runs. A run by the clock has a row from the start: unique by job and minute, so many workers run it once.
// A run by hint gets a row when it fails, so that a failure is seen and tried again.
import { newId } from '../db/ids.ts';
import { jsonb } from '../db/json.server.ts';
import type { TenantDb } from '../module/context.server.ts';

/** A running row without a heartbeat for this long belongs to a dead worker. */
export const SILENT_MS = 45_000;

export interface OpenRun {
  id: string;
  tries: number;
}

/** null = somebody else runs it or has run it. */
export async function openDueRun(db: TenantDb, job: string, due: Date, now: Date): Promise<OpenRun | null> {
  const id = newId();
  const made = await db
    .insertInto('job_run')
    .values({ id, job, due_at: due, state: 'running', tries: 1, input: jsonb<unknown>({}), started_at: now, heartbeat_at: now })
    .onConflict((conflict) => conflict.columns(['job', 'due_at']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return made ? { id, tries: 1 } : await takeOver(db, now, { job, due });
}

/** Goes on with a failed run, or with one whose worker died. */
export async function takeOver(
  db: TenantDb,
  now: Date,
  which: { job: string; due: Date } | { id: string },
): Promise<OpenRun | null> {
  const silent = new Date(now.getTime() - SILENT_MS);
  const row = await db
    .updateTable('job_run')
    .set((eb) => ({ state: 'running', tries: eb('tries', '+', 1), started_at: now, heartbeat_at: now, finished_at: null }))
    .where((eb) => eb.or([eb('state', '=', 'failed'), eb.and([eb('state', '=', 'running'), eb('heartbeat_at', '<', silent)])]))
    .$call((query) =>
      'id' in which ? query.where('id', '=', which.id) : query.where('job', '=', which.job).where('due_at', '=', which.due),
    )
    .returning(['id', 'tries'])
    .executeTakeFirst();
  return row ?? null;
}

export async function beat(db: TenantDb, id: string, now: Date): Promise<void> {
  await db.updateTable('job_run').set({ heartbeat_at: now }).where('id', '=', id).where('state', '=', 'running').execute();
}

export async function closeRun(db: TenantDb, id: string, now: Date): Promise<void> {
  await db.updateTable('job_run').set({ state: 'done', finished_at: now, last_error: null }).where('id', '=', id).execute();
}

export interface Failure {
  job: string;
  run: OpenRun | null;
  attempts: number;
  reason: string;
  now: Date;
}

/** Failed runs are tried again by the sweep until the job's attempts are used up; then they wait for a person. */
export async function failRun(db: TenantDb, { job, run, attempts, reason, now }: Failure): Promise<void> {
  const state = (run?.tries ?? 1) >= attempts ? ('parked' as const) : ('failed' as const);
  const ended = { state, finished_at: now, last_error: reason.slice(0, 500) };
  if (run) {
    await db.updateTable('job_run').set(ended).where('id', '=', run.id).execute();
    return;
  }
  const open = await db
    .selectFrom('job_run')
    .select('id')
    .where('job', '=', job)
    .where('due_at', 'is', null)
    .where('state', 'in', ['failed', 'running'])
    .executeTakeFirst();
  if (open) return;
  const row = { id: newId(), job, tries: 1, input: jsonb<unknown>({}), started_at: now, heartbeat_at: now };
  await db
    .insertInto('job_run')
    .values({ ...row, ...ended })
    .execute();
}

/** A run cut short by the end of its worker: another one takes it up, and no try is counted. */
export async function giveBackRun(db: TenantDb, run: OpenRun, now: Date): Promise<void> {
  const state = { state: 'failed' as const, tries: run.tries - 1, finished_at: now, last_error: 'the worker was stopped' };
  await db.updateTable('job_run').set(state).where('id', '=', run.id).execute();
}

/** Runs to take up again: failed ones whose pause is over, and those of dead workers. */
export async function runsToRetry(db: TenantDb, now: Date): Promise<{ id: string; job: string; due: Date | null }[]> {
  const rows = await db
    .selectFrom('job_run')
    .select(['id', 'job', 'due_at as due', 'state', 'tries', 'finished_at', 'heartbeat_at'])
    .where('state', 'in', ['failed', 'running'])
    .orderBy('started_at')
    .limit(50)
    .execute();
  return rows.filter((row) => {
    if (row.state === 'running') return now.getTime() - row.heartbeat_at.getTime() > SILENT_MS;
    const pause = Math.min(15_000 * 2 ** row.tries, 1_800_000);
    return row.tries === 0 || now.getTime() - (row.finished_at?.getTime() ?? 0) > pause;
  });
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
