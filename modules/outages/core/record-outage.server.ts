// Inserts a new outage with its houses, first history row and event, in the caller's transaction.
import { newId } from '@zhkh/kernel/db.server';
import type { Write } from '@zhkh/kernel/module.server';
import type { Insertable } from 'kysely';
import { outageAnnounced } from '../contract.ts';
import type { OutageTable } from '../db.ts';
import { type HouseFact, houseRow, sumOf } from './house-rows.ts';
import type { Who } from './who.server.ts';

type Own = 'id' | 'place' | 'house_count' | 'flat_count' | 'municipality' | 'oktmo' | 'time_zone' | 'search_text';
type Author = 'author_kind' | 'author_id' | 'author_name' | 'announced_at' | 'state';
export type NewOutage = Omit<Insertable<OutageTable>, Own | Author>;

export interface Recorded {
  id: string;
  /** The same key came again: this is the outage it made. */
  repeated: boolean;
}

interface Input {
  outage: NewOutage;
  houses: readonly HouseFact[];
  who: Who;
  regionZone: string;
  now: Date;
}

const CHUNK = 1000;

export async function recordOutage(w: Write, { outage, houses, who, regionZone, now }: Input): Promise<Recorded> {
  const id = newId();
  const author = { author_kind: who.kind === 'system' ? ('source' as const) : who.kind, author_id: who.id };
  const made = await w.db
    .insertInto('outage')
    .values({
      id,
      ...outage,
      ...sumOf(houses, regionZone),
      ...author,
      author_name: who.organisation,
      announced_at: now,
      state: 'announced',
    })
    .onConflict((oc) => oc.column('idempotency_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return { id: await idOfKey(w, outage.idempotency_key), repeated: true };
  for (let at = 0; at < houses.length; at += CHUNK)
    await w.db
      .insertInto('outage_house')
      .values(houses.slice(at, at + CHUNK).map((house) => houseRow(id, house)))
      .execute();
  const end = outage.ends_at ?? null;
  await w.db
    .insertInto('outage_change')
    .values(changeRow({ outageId: id, at: now, kind: 'announced', who, after: end }))
    .execute();
  await w.emit(outageAnnounced, { outageId: id, revision: 1 });
  return { id, repeated: false };
}

async function idOfKey(w: Write, key: string): Promise<string> {
  const row = await w.db.selectFrom('outage').select('id').where('idempotency_key', '=', key).executeTakeFirstOrThrow();
  return row.id;
}

export interface Change {
  outageId: string;
  at: Date;
  kind: 'announced' | 'moved' | 'finished' | 'cancelled' | 'closed';
  who: Who;
  before?: Date | null;
  after?: Date | null;
  reason?: string;
  revision?: number;
}

export function changeRow({ outageId, at, kind, who, before = null, after = null, reason = '', revision = 1 }: Change) {
  return {
    id: newId(),
    outage_id: outageId,
    at,
    kind,
    actor_kind: who.kind,
    actor_id: who.id,
    actor_name: who.name,
    organisation: who.organisation,
    ends_before: before,
    ends_after: after,
    reason,
    revision,
  };
}
