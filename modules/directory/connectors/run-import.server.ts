// One import from a file to facts: open → detect → stream → map → stage → apply → report. Called by the command line, the operator's page and the seed.
import path from 'node:path';
import { newId } from '@zhkh/platform/db.server';
import { conflict } from '@zhkh/platform/errors';
import type { Context } from '@zhkh/platform/module.server';
import { isoDateIn } from '../domain/season.ts';
import type { DirectorySettings } from '../settings.ts';
import { findConnector } from './find-connector.server.ts';
import { applyStaged, emptyStaging, forgetStaged, tryApply } from './frame/apply-staged.server.ts';
import type { Connector, ImportReport, ImportRun } from './frame/connector.ts';
import { dateInName } from './frame/date-in-name.ts';
import { fingerprint } from './frame/fingerprint.server.ts';
import { type End, endRun, startRun, type Tally } from './frame/import-log.server.ts';
import { reasonOf } from './frame/reason-of.ts';
import { recoverRuns } from './frame/recover-runs.server.ts';
import { lockRun } from './frame/run-lock.server.ts';
import { loadKnown } from './frame/load-known.server.ts';
import { ReadAgain } from './frame/read-again.ts';
import { type StageInput, stageSource } from './frame/stage-source.server.ts';
import { connectors } from './registry.server.ts';

export { connectorIds } from './registry.server.ts';

export interface RunImport extends StageInput {
  /** Its id, or one made for the purpose (a mapping profile). */
  connector: string | Connector;
  /** The day the source speaks of; unless told, the date in the file's name, else today. */
  factDate?: string;
  /** Only stage and say what would change; `applyImport` follows. */
  dryRun?: boolean;
}

/** Never throws for a bad file: the report says `failed` or `stopped` and why. Throws `invalid` for an unknown connector. */
export async function runImport(ctx: Context, input: RunImport): Promise<ImportReport> {
  const connector = await findConnector(ctx, input.connector);
  await recoverRuns(ctx, connectors);
  const name = input.fileName ?? path.basename(input.filePath);
  const startedAt = ctx.clock.now();
  const factDate = input.factDate ?? dateInName(name) ?? isoDateIn(startedAt, ctx.tenant.timeZone);
  const run: ImportRun = { id: newId(), factDate, startedAt };
  return held(ctx, run, async () => {
    await startRun(ctx, run, connector.id, { name, ...(await fingerprint(input.filePath)) });
    const tally: Tally = { read: 0, staged: 0, failed: 0, bytes: 0, encoding: null, delimiter: null };
    return orGiveUp(ctx, connector, run, tally, async () => {
      // A dry run may be applied days later, when what it passed over is no longer what it was.
      if (!input.dryRun) Object.assign(run, await loadKnown(ctx, connector));
      await stageSource(ctx, connector, run, input, tally);
      const settings = await ctx.settings<DirectorySettings>('directory');
      if (tooManyFailed(tally, settings))
        return giveUp(ctx, connector, run, tally, { state: 'stopped', error: 'too-many-failed' });
      if (input.dryRun) return keepStaged(ctx, connector, run, tally, settings);
      return applyOrReadAgain(ctx, connector, run, input, tally);
    });
  });
}

async function applyOrReadAgain(
  ctx: Context,
  connector: Connector,
  run: ImportRun,
  input: StageInput,
  tally: Tally,
): Promise<ImportReport> {
  input.onProgress?.({ ...APPLYING, rows: tally.read, failed: tally.failed, bytes: tally.bytes, totalBytes: tally.bytes });
  try {
    return await applyStaged(ctx, connector, run, tally);
  } catch (error) {
    if (!(error instanceof ReadAgain)) throw error;
    run.known = null;
    await forgetStaged(ctx, connector, run);
    Object.assign(tally, { read: 0, staged: 0, failed: 0 });
    await stageSource(ctx, connector, run, input, tally);
    return applyStaged(ctx, connector, run, tally);
  }
}

const APPLYING = { phase: 'applying', rowsPerSecond: 0, secondsLeft: null } as const;

/** Goes on with a dry run that is still kept. */
export async function applyImport(ctx: Context, importId: string, own?: Connector): Promise<ImportReport> {
  await recoverRuns(ctx, connectors);
  const row = await ctx.db.selectFrom('import_run').selectAll().where('id', '=', importId).executeTakeFirst();
  if (row?.state !== 'staged') throw conflict('directory.not-staged');
  const connector = own ?? (await findConnector(ctx, row.connector));
  const run: ImportRun = { id: row.id, factDate: row.fact_date ?? '', startedAt: ctx.clock.now() };
  const tally: Tally = {
    read: row.rows_read,
    staged: row.rows_staged,
    failed: row.rows_failed,
    bytes: row.file_bytes ?? 0,
    encoding: row.encoding,
    delimiter: row.delimiter,
  };
  return held(ctx, run, () => orGiveUp(ctx, connector, run, tally, () => applyStaged(ctx, connector, run, tally)));
}

async function held<T>(ctx: Context, run: ImportRun, work: () => Promise<T>): Promise<T> {
  const lock = await lockRun(ctx, run.id);
  if (!lock) throw conflict('directory.import-busy');
  try {
    return await work();
  } finally {
    await lock.release();
  }
}

async function orGiveUp(
  ctx: Context,
  connector: Connector,
  run: ImportRun,
  tally: Tally,
  work: () => Promise<ImportReport>,
): Promise<ImportReport> {
  try {
    return await work();
  } catch (error) {
    ctx.log.warn({ err: error, connector: connector.id }, 'import failed');
    return giveUp(ctx, connector, run, tally, { state: 'failed', error: reasonOf(error) });
  }
}

function giveUp(
  ctx: Context,
  connector: Connector,
  run: ImportRun,
  tally: Tally,
  end: Omit<End, 'counts'>,
): Promise<ImportReport> {
  return ctx.write(async (w) => {
    await emptyStaging(w, connector, run.id);
    return endRun(ctx, w, run, tally, { ...end, counts: {} });
  });
}

async function keepStaged(
  ctx: Context,
  connector: Connector,
  run: ImportRun,
  tally: Tally,
  settings: DirectorySettings,
): Promise<ImportReport> {
  const counts = await tryApply(ctx, connector, run);
  const expiresAt = new Date(ctx.clock.now().getTime() + settings.dryRunHours * 3_600_000);
  return ctx.write((w) => endRun(ctx, w, run, tally, { state: 'staged', counts, expiresAt }));
}

function tooManyFailed(tally: Tally, { maxFailedPercent }: DirectorySettings): boolean {
  return tally.failed * 100 > maxFailedPercent * Math.max(tally.read, 1);
}
