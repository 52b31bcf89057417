// Defines work as a row: one claim, one back-off, one vocabulary of states for every queue that is a table.
import { claimDue, readyFor } from './claim.server.ts';
import { countStates, discardParked, parkedRows, retryParked } from './operate.server.ts';
import { runWork } from './run-work.server.ts';
import { end, fail, postpone } from './settle.server.ts';
import type { RowOf, Work, WorkDefinition, WorkTable } from './work-types.ts';

/** List it in the manifest's `works`: it runs every minute and on `ctx.hint(id)`, and stands on the operators' page of failures. */
export function defineWork<Table extends WorkTable>(
  definition: WorkDefinition<RowOf<Table>> & { table: Table },
): Work<RowOf<Table>> {
  return {
    definition,
    claim: (ctx, { id, limit } = {}) =>
      claimDue(definition, ctx.db, { now: ctx.clock.now(), ready: readyFor(definition, ctx), id, limit }),
    done: (db, row, now, values) => end(definition, db, row, 'done', now, values),
    drop: (db, row, now, values) => end(definition, db, row, 'discarded', now, values),
    fail: (db, row, failure, now) => fail(definition, db, row, failure, now),
    postpone: (db, row, until) => postpone(definition, db, row, until),
    run: (ctx, options = {}) => runWork(definition, ctx, options),
    parked: (db, limit) => parkedRows(definition, db, limit),
    counts: (db, states) => countStates(definition, db, states),
    retry: (db, id, now) => retryParked(definition, db, id, now),
    discard: (db, id, now) => discardParked(definition, db, id, now),
  };
}
