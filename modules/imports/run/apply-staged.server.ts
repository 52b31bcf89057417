// Turns staged rows into facts in one transaction: whole or not at all. The old data serves until it commits.
import { conflict } from '@zhkh/kernel/errors';
import type { Context, Write } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import type { Connector, ImportReport, ImportRun } from '../connector.ts';
import { cancellable } from './cancellable.server.ts';
import { countDone, endRun, type Tally } from './import-log.server.ts';
import { ReadAgain } from '../read/known/read-again.ts';

export async function applyStaged(
  ctx: Context,
  connector: Connector,
  run: ImportRun,
  tally: Tally,
  signal?: AbortSignal,
): Promise<ImportReport> {
  return ctx.write(async (w) => {
    const counts = await cancellable(ctx, w, signal, () => applyIn(ctx, w, connector, run));
    tally.failed += counts.refused ?? 0;
    await emptyStaging(w, connector, run.id);
    return endRun(ctx, w, run, tally, { state: 'done', counts });
  });
}

class Undo extends Error {}

/** The same as applying, undone at the end: what it counted is what applying would do. */
export async function tryApply(
  ctx: Context,
  connector: Connector,
  run: ImportRun,
  signal?: AbortSignal,
): Promise<Record<string, number>> {
  let counts: Record<string, number> = {};
  try {
    await ctx.write(async (w) => {
      const gone = (await connector.diff?.(ctx, w, run)) ?? {};
      const made = await cancellable(ctx, w, signal, () => applyIn(ctx, w, connector, run));
      counts = { ...made, ...gone };
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return counts;
}

async function applyIn(ctx: Context, w: Write, connector: Connector, run: ImportRun): Promise<Record<string, number>> {
  await sql`set local statement_timeout = '60min'`.execute(w.db);
  await sql`set local work_mem = '192MB'`.execute(w.db);
  // Compiling a statement that runs once takes longer than the statement.
  await sql`set local jit = off`.execute(w.db);
  // Statistics taken while a first load is under way say «empty» of tables with millions of rows: row by row such a join takes minutes.
  await sql`set local enable_nestloop = off`.execute(w.db);
  await sql`select pg_advisory_xact_lock(hashtext(current_schema() || ' imports.apply'))`.execute(w.db);
  if (!connector.anyOrder) await refuseOlder(w, connector, run);
  await refuseOvertaken(w, connector, run);
  return connector.apply(ctx, w, run);
}

export async function emptyStaging(w: Write, connector: Connector, importId: string): Promise<void> {
  for (const table of Object.keys(connector.stage))
    await sql`delete from ${sql.id(table)} stage where stage.import_id = ${importId}`.execute(w.db);
}

/** As if the file had not been read yet. */
export async function forgetStaged(ctx: Context, connector: Connector, run: ImportRun): Promise<void> {
  await ctx.write(async (w) => {
    await emptyStaging(w, connector, run.id);
    await w.db.deleteFrom('import_failed_row').where('import_id', '=', run.id).execute();
  });
}

/** What was passed over is what was there when reading began: nobody may have applied the same source since. */
async function refuseOvertaken(w: Write, connector: Connector, run: ImportRun): Promise<void> {
  if (!run.known) return;
  if ((await countDone(w.db, connector)) !== run.doneBefore) throw new ReadAgain('another import came first');
}

/** A dump older than one that is in would take houses back to earlier companies. */
async function refuseOlder(w: Write, connector: Connector, run: ImportRun): Promise<void> {
  const newest = await w.db
    .selectFrom('import_run')
    .select('fact_date')
    .where('connector', '=', connector.id)
    .where('state', '=', 'done')
    .where('fact_date', '>', run.factDate)
    .limit(1)
    .executeTakeFirst();
  if (newest) throw conflict('imports.older-than-loaded', { params: { loaded: newest.fact_date ?? '', file: run.factDate } });
}
