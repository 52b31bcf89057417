// Runs of jobs as work: by the clock once over all workers, failed ones tried again by the sweep, then parked.
import { sql } from 'kysely';
import { defineWork } from '../work/define-work.server.ts';
import '../db/tables/kernel.server.ts';

/** A running row without a heartbeat for this long belongs to a dead worker. */
export const SILENT_MS = 45_000;

/** A job's own number of attempts ends sooner; `runs.server.ts` drives it, because a run starts by the clock or by a hint. */
export const jobRuns = defineWork<'job_run'>({
  id: 'platform.job-runs',
  title: 'platform:works.jobs',
  table: 'job_run',
  hold: 'lease',
  subject: sql<string>`job`,
  retry: { tries: 20, waits: [30_000, 60_000, 120_000, 240_000, 480_000, 960_000, 1_800_000] },
  lease: SILENT_MS,
  ended: 'finished_at',
});
