// Runs one import through its phases: read into staging, check or apply. Always ends with a report.
import type { Context } from '@zhkh/kernel/module.server';
import type { ImportsSettings } from '../settings.ts';
import { applyStaged, emptyStaging, forgetStaged, tryApply } from './apply-staged.server.ts';
import type { ImportReport, ImportRun } from '../connector.ts';
import type { FoundConnector } from './find-connector.server.ts';
import { type End, endRun, type Tally } from './import-log.server.ts';
import { loadKnown } from '../stage/load-known.server.ts';
import { ReadAgain } from '../read/known/read-again.ts';
import { reasonOf } from './reason-of.ts';
import { type Phase, tellPhase } from './run-state.server.ts';
import { type StageInput, stageSource } from '../stage/stage-source.server.ts';

export interface Job extends FoundConnector {
  run: ImportRun;
  tally: Tally;
  signal?: AbortSignal;
}

export function newTally(): Tally {
  return { read: 0, staged: 0, failed: 0, bytes: 0, encoding: null, delimiter: null };
}

export function processSource(ctx: Context, job: Job, input: StageInput & { dryRun?: boolean }): Promise<ImportReport> {
  const { connector, run, tally } = job;
  return orGiveUp(ctx, job, async () => {
    await tellPhase(ctx, run.id, 'reading');
    // A dry run may be applied days later, when what it passed over is no longer what it was.
    if (!input.dryRun) Object.assign(run, await loadKnown(ctx, connector));
    await stageSource(ctx, connector, run, input, tally);
    const settings = await ctx.settings<ImportsSettings>('imports');
    if (tooManyFailed(tally, settings)) return giveUp(ctx, job, { state: 'stopped', error: 'too-many-failed' });
    const phase: Phase = input.dryRun ? 'checking' : 'applying';
    await tellPhase(ctx, run.id, phase);
    const read = { rows: tally.read, failed: tally.failed, bytes: tally.bytes, totalBytes: tally.bytes };
    input.onProgress?.({ phase, rowsPerSecond: 0, secondsLeft: null, ...read });
    return input.dryRun ? keepStaged(ctx, job, settings) : applyOrReadAgain(ctx, job, input);
  });
}

async function applyOrReadAgain(ctx: Context, { connector, run, tally, signal }: Job, input: StageInput): Promise<ImportReport> {
  try {
    return await applyStaged(ctx, connector, run, tally, signal);
  } catch (error) {
    if (!(error instanceof ReadAgain)) throw error;
  }
  run.known = null;
  await forgetStaged(ctx, connector, run);
  Object.assign(tally, newTally());
  await stageSource(ctx, connector, run, input, tally);
  return applyStaged(ctx, connector, run, tally, signal);
}

/** Rows that wait in staging after a dry run. */
export function processStaged(ctx: Context, job: Job): Promise<ImportReport> {
  return orGiveUp(ctx, job, async () => {
    await tellPhase(ctx, job.run.id, 'applying');
    return applyStaged(ctx, job.connector, job.run, job.tally, job.signal);
  });
}

async function orGiveUp(ctx: Context, job: Job, work: () => Promise<ImportReport>): Promise<ImportReport> {
  try {
    const report = await work();
    if (report.state === 'done') job.onLoaded?.(ctx);
    return report;
  } catch (error) {
    ctx.log.warn({ err: error, connector: job.connector.id }, 'import failed');
    return giveUp(ctx, job, { state: 'failed', error: job.signal?.aborted ? 'cancelled' : reasonOf(error) });
  }
}

function giveUp(ctx: Context, { connector, run, tally }: Job, end: Omit<End, 'counts'>): Promise<ImportReport> {
  return ctx.write(async (w) => {
    await emptyStaging(w, connector, run.id);
    return endRun(ctx, w, run, tally, { ...end, counts: {} });
  });
}

async function keepStaged(ctx: Context, job: Job, settings: ImportsSettings): Promise<ImportReport> {
  const counts = await tryApply(ctx, job.connector, job.run, job.signal);
  const expiresAt = new Date(ctx.clock.now().getTime() + settings.dryRunHours * 3_600_000);
  return ctx.write((w) => endRun(ctx, w, job.run, job.tally, { state: 'staged', counts, expiresAt }));
}

function tooManyFailed(tally: Tally, { maxFailedPercent }: ImportsSettings): boolean {
  return tally.failed * 100 > maxFailedPercent * Math.max(tally.read, 1);
}
