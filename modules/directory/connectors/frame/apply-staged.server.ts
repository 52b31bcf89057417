// Turns staged rows into facts in one transaction: whole or not at all. The old data serves until it commits.
import { conflict } from '@zhkh/platform/errors';
import type { Context, Write } from '@zhkh/platform/module.server';
import { sql } from 'kysely';
import type { Connector, ImportRun } from './connector.ts';
import type { Tally } from './import-log.server.ts';

export async function applyStaged(
  ctx: Context,
  connector: Connector,
  run: ImportRun,
  tally: Tally,
): Promise<Record<string, number>> {
  return ctx.write(async (w) => {
    await sql`set local statement_timeout = '15min'`.execute(w.db);
    await sql`select pg_advisory_xact_lock(hashtext(current_schema() || ' directory.import'))`.execute(w.db);
    await refuseOlder(w, connector, run);
    const counts = await connector.apply(ctx, w, run);
    tally.failed += counts.refused ?? 0;
    await emptyStaging(w, connector, run);
    return counts;
  });
}

/** Rows of this run, and of runs that ended or were killed before they could clean up. */
export async function emptyStaging(w: Write, connector: Connector, run: ImportRun): Promise<void> {
  for (const table of Object.keys(connector.stage))
    await sql`delete from ${sql.id(table)} stage where stage.import_id = ${run.id}
      or not exists (select from import_run where import_run.id = stage.import_id::uuid and import_run.state = 'running')`.execute(
      w.db,
    );
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
  if (newest) throw conflict('directory.older-than-loaded', { params: { loaded: newest.fact_date ?? '', file: run.factDate } });
}
