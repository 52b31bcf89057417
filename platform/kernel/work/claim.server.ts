// Takes due rows of a work table for this worker (SKIP LOCKED, under a lease), and locks them again in a transaction.
import { type RawBuilder, sql } from 'kysely';
import type { TenantDb, TenantTransaction } from '../db/tables/index.server.ts';
import type { JobContext } from '../module/context.server.ts';
import type { Claimed, WorkDefinition, WorkRow } from './work-types.ts';

const LEASE_MS = 60_000;
const BATCH = 25;

export interface Claim {
  now: Date;
  ready: RawBuilder<boolean>;
  id: string | undefined;
  limit: number | undefined;
}

export const batchOf = (work: { batch?: number }) => work.batch ?? BATCH;

export const rowsOf = (work: { where?: RawBuilder<boolean> }): RawBuilder<boolean> => work.where ?? sql<boolean>`true`;

/** Narrows a claim to the rows whose work is possible right now. */
export function readyFor<Row extends WorkRow>(work: WorkDefinition<Row>, ctx: JobContext): RawBuilder<boolean> {
  return work.ready?.(ctx) ?? sql<boolean>`true`;
}

/** A lease that ran out means a worker died in between: whether the effect happened is unknown, so that counts as a doubt. */
export async function claimDue<Row extends WorkRow>(
  work: WorkDefinition<Row>,
  db: TenantDb | TenantTransaction,
  { now, ready, id, limit = batchOf(work) }: Claim,
): Promise<Claimed<Row>[]> {
  const table = sql.table(work.table);
  const until = new Date(now.getTime() + (work.lease ?? LEASE_MS));
  const doubt = work.hold === 'lease' ? sql`, doubts = taken.doubts + due.abandoned::int` : sql``;
  const only = id === undefined ? sql`true` : sql`id = ${id}`;
  const { rows } = await sql<Claimed<Row>>`
    with due as materialized (
      select id, lease_until is not null as abandoned from ${table}
      where state = 'waiting' and next_try_at <= ${now} and (lease_until is null or lease_until <= ${now})
        and ${rowsOf(work)} and ${ready} and ${only}
      order by next_try_at, id limit ${limit} for update skip locked
    )
    update ${table} as taken set tries = taken.tries + 1, lease_until = ${until} ${doubt}
    from due where taken.id = due.id returning taken.*, due.abandoned`.execute(db);
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Rows still in these hands, locked until the transaction ends. It waits: another claim may hold a row for a moment. */
export async function lockAgain<Row extends WorkRow>(
  work: WorkDefinition<Row>,
  tx: TenantTransaction,
  rows: readonly Row[],
): Promise<Row[]> {
  const ids = rows.map((row) => row.id);
  const locked = await sql<{ id: string; tries: number }>`
    select id, tries from ${sql.table(work.table)} where id = any(${ids}::uuid[]) and state = 'waiting' and lease_until is not null
    order by id for update`.execute(tx);
  const tries = new Map(locked.rows.map((row) => [row.id, row.tries]));
  return rows.filter((row) => tries.get(row.id) === row.tries);
}
