// Writes down what became of claimed rows.
// A row another worker took over meanwhile is never touched: its tries differ.
import { type RawBuilder, sql } from 'kysely';
import type { TenantDb, TenantTransaction } from '../db/tables/index.server.ts';
import { type RetryPlan, spread, waitAfter } from './retry-plan.ts';
import type { Failure, FailureOutcome, Hold, WorkDefinition, WorkRow } from './work-types.ts';

type Db = TenantDb | TenantTransaction;
type Changes = Record<string, unknown>;

const assignments = (changes: Changes): RawBuilder<unknown> =>
  sql.join(Object.entries(changes).map(([column, value]) => sql`${sql.id(column)} = ${value}`));

async function change(work: { table: string }, db: Db, row: Hold, changes: Changes): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update ${sql.table(work.table)} set ${assignments(changes)}, lease_until = null
    where id = ${row.id} and state = 'waiting' and tries = ${row.tries} and lease_until is not null`.execute(db);
  return numAffectedRows === 1n;
}

export const endedAt = (work: { ended?: string }, now: Date): Changes => (work.ended ? { [work.ended]: now } : {});

/** Takes a row out of work: done, or dropped because nothing is left to do. */
export function end<Row extends WorkRow>(
  work: WorkDefinition<Row>,
  db: Db,
  row: Hold,
  state: 'done' | 'discarded',
  now: Date,
  values: object = {},
): Promise<boolean> {
  return change(work, db, row, { state, last_error: null, ...endedAt(work, now), ...values });
}

/** Marks rows done in one statement: those that are still held. */
export async function finish<Row extends WorkRow>(
  work: WorkDefinition<Row>,
  tx: TenantTransaction,
  rows: readonly Hold[],
  now: Date,
): Promise<void> {
  const ids = rows.map((row) => row.id);
  await sql`
    update ${sql.table(work.table)} set ${assignments({ state: 'done', last_error: null, lease_until: null, ...endedAt(work, now) })}
    where id = any(${ids}::uuid[]) and state = 'waiting' and lease_until is not null`.execute(tx);
}

export function outcomeOf(plan: RetryPlan, tries: number, failure: Failure, now: Date): FailureOutcome {
  const wait = failure.park ? null : (failure.wait ?? waitAfter(plan, tries));
  if (wait === null) return { state: 'parked', failure };
  return { state: 'waiting', at: new Date(now.getTime() + spread(wait, Math.random())), failure };
}

/** `next_try_at` of a parked row says since when it is parked. */
export async function fail<Row extends WorkRow>(
  work: WorkDefinition<Row>,
  db: Db,
  row: Hold,
  failure: Failure,
  now: Date,
): Promise<FailureOutcome> {
  const outcome = outcomeOf(work.retry, row.tries, failure, now);
  await change(work, db, row, {
    state: outcome.state,
    last_error: failure.reason.slice(0, 500),
    next_try_at: outcome.state === 'waiting' ? outcome.at : now,
    ...(failure.unspent && { tries: row.tries - 1 }),
    ...(failure.doubt && { doubts: sql`doubts + 1` }),
  });
  return outcome;
}

export async function postpone<Row extends WorkRow>(work: WorkDefinition<Row>, db: Db, row: Hold, until: Date): Promise<void> {
  await change(work, db, row, { next_try_at: until, tries: row.tries - 1 });
}
