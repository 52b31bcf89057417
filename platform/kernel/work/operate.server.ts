// What operators see of a work's rows and do with parked ones: list, count, retry, discard.
import { sql } from 'kysely';
import type { TenantDb, TenantTransaction } from '../db/tables/index.server.ts';
import { rowsOf } from './claim.server.ts';
import { endedAt } from './settle.server.ts';
import type { ParkedRow, WorkDefinition, WorkRow, WorkState } from './work-types.ts';

type Db = TenantDb | TenantTransaction;

export async function parkedRows<Row extends WorkRow>(work: WorkDefinition<Row>, db: Db, limit: number): Promise<ParkedRow[]> {
  const { rows } = await sql<ParkedRow>`
    select id, ${work.subject} as subject, last_error as reason, tries, next_try_at as at from ${sql.table(work.table)}
    where state = 'parked' and ${rowsOf(work)} order by next_try_at desc nulls last, id desc limit ${limit}`.execute(db);
  return rows;
}

/** Waiting rows without a time wait for somebody else than this work and are not counted. */
export async function countStates<Row extends WorkRow>(
  work: WorkDefinition<Row>,
  db: Db,
  states: readonly WorkState[] = ['waiting', 'done', 'parked', 'discarded'],
): Promise<Record<WorkState, number>> {
  const { rows } = await sql<{ state: WorkState; n: number }>`
    select state, count(*)::int as n from ${sql.table(work.table)}
    where state in (${sql.join(states.map((state) => sql.lit(state)))}) and ${rowsOf(work)} and (state <> 'waiting' or next_try_at is not null) group by state`.execute(
    db,
  );
  const counts: Record<WorkState, number> = { waiting: 0, done: 0, parked: 0, discarded: 0 };
  for (const { state, n } of rows) counts[state] = n;
  return counts;
}

export async function retryParked<Row extends WorkRow>(
  work: WorkDefinition<Row>,
  db: Db,
  id: string | null,
  now: Date,
): Promise<number> {
  const one = id === null ? sql`true` : sql`id = ${id}`;
  const { numAffectedRows } = await sql`
    update ${sql.table(work.table)} set state = 'waiting', tries = 0, next_try_at = ${now}, lease_until = null
    where state = 'parked' and ${rowsOf(work)} and ${one}`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

export async function discardParked<Row extends WorkRow>(
  work: WorkDefinition<Row>,
  db: Db,
  id: string,
  now: Date,
): Promise<number> {
  const ended = sql.join(Object.entries({ state: 'discarded', ...endedAt(work, now) }).map(([c, v]) => sql`${sql.id(c)} = ${v}`));
  const { numAffectedRows } = await sql`
    update ${sql.table(work.table)} set ${ended} where state = 'parked' and ${rowsOf(work)} and id = ${id}`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
