// Imports one file, from opening it to facts: for the command line, the seed, neighbours and the worker.
import path from 'node:path';
import { newId } from '@zhkh/kernel/db.server';
import { conflict } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';
import { localDateOf } from '@zhkh/kernel/time';
import { findConnector } from './find-connector.server.ts';
import type { Connector, ImportReport, ImportRun } from '../connector.ts';
import { dateInName } from './date-in-name.ts';
import { fingerprint } from './fingerprint.server.ts';
import { startRun, type Tally } from './import-log.server.ts';
import { newTally, processSource, processStaged } from './process-source.server.ts';
import { recoverRuns } from './recover-runs.server.ts';
import { lockRun } from './run-lock.server.ts';
import type { StageInput } from '../stage/stage-source.server.ts';
import { connectorsOf } from './sources-of.server.ts';

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
  const found = await findConnector(ctx, input.connector);
  await recoverRuns(ctx, connectorsOf(ctx));
  const name = input.fileName ?? path.basename(input.filePath);
  const startedAt = ctx.clock.now();
  const run: ImportRun = { id: newId(), factDate: input.factDate ?? factDateOf(ctx, name), startedAt };
  return alone(ctx, run.id, async () => {
    await startRun(ctx, run, found.connector.id, { name, ...(await fingerprint(input.filePath)) });
    return processSource(ctx, { ...found, run, tally: newTally(), ...(input.signal && { signal: input.signal }) }, input);
  });
}

/** Goes on with a dry run that is still kept. */
export async function applyImport(ctx: Context, importId: string, own?: Connector): Promise<ImportReport> {
  await recoverRuns(ctx, connectorsOf(ctx));
  const row = await ctx.db.selectFrom('import_run').selectAll().where('id', '=', importId).executeTakeFirst();
  if (row?.state !== 'staged') throw conflict('imports.not-staged');
  const found = await findConnector(ctx, own ?? row.connector);
  const run: ImportRun = { id: row.id, factDate: row.fact_date ?? '', startedAt: ctx.clock.now() };
  return alone(ctx, run.id, () => processStaged(ctx, { ...found, run, tally: tallyOf(row) }));
}

export function factDateOf(ctx: Context, fileName: string): string {
  return dateInName(fileName) ?? localDateOf(ctx.clock.now(), ctx.tenant.timeZone);
}

export function tallyOf(row: {
  rows_read: number;
  rows_staged: number;
  rows_failed: number;
  file_bytes: number | null;
  encoding: string | null;
  delimiter: string | null;
}): Tally {
  return {
    read: row.rows_read,
    staged: row.rows_staged,
    failed: row.rows_failed,
    bytes: row.file_bytes ?? 0,
    encoding: row.encoding,
    delimiter: row.delimiter,
  };
}

/** As long as its lock is held, nobody takes a run for a killed one. `name` is a run's id, or whatever else may go on only once. */
export async function alone<T>(ctx: Context, name: string, work: () => Promise<T>): Promise<T> {
  const lock = await lockRun(ctx, name);
  if (!lock) throw conflict('imports.import-busy');
  try {
    return await work();
  } finally {
    await lock.release();
  }
}
