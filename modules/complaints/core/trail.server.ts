// The append-only trail: who did what and when, for both sides.
import type { Insertable } from 'kysely';
import { nameOf } from '@zhkh/kernel/auth.server';
import { jsonb, newId } from '@zhkh/kernel/db.server';
import type { Context, Write } from '@zhkh/kernel/module.server';
import type { ComplaintEventTable, TrailDetail } from '../db.ts';
import type { TrailKind } from '../domain/trail.ts';

export interface TrailEntry {
  complaintId: string;
  at: Date;
  kind: TrailKind;
  who: Who;
  detail?: TrailDetail;
  internal?: boolean;
  answerDueBefore?: Date | null;
  answerDueAfter?: Date | null;
  normId?: string | null;
}

export interface Who {
  kind: 'resident' | 'company' | 'authority' | 'system';
  id: string | null;
  /** Name of an employee or official; a resident is never named here. */
  label: string;
}

export const bySystem: Who = { kind: 'system', id: null, label: '' };

export function trailRow(entry: TrailEntry): Insertable<ComplaintEventTable> {
  return { ...plainTrailRow(entry), detail: jsonb(entry.detail ?? {}) as never };
}

/** The same as plain data, every column filled: for a statement that takes its rows as JSON. */
export function plainTrailRow(entry: TrailEntry) {
  return {
    id: newId(),
    complaint_id: entry.complaintId,
    at: entry.at,
    kind: entry.kind,
    actor_kind: entry.who.kind,
    actor_id: entry.who.id,
    actor_label: entry.who.label,
    internal: entry.internal ?? false,
    detail: entry.detail ?? {},
    answer_due_before: entry.answerDueBefore ?? null,
    answer_due_after: entry.answerDueAfter ?? null,
    norm_id: entry.normId ?? null,
  };
}

export async function record(w: Write, ...entries: TrailEntry[]): Promise<void> {
  if (entries.length > 0) await w.db.insertInto('complaint_event').values(entries.map(trailRow)).execute();
}

/** Who acts, with the name an employee or official is known by. Reads the account: call before a transaction. */
export async function whoIs(ctx: Context): Promise<Who> {
  const { actor } = ctx;
  if (actor.kind === 'resident') return { kind: 'resident', id: actor.accountId, label: '' };
  if (actor.kind !== 'staff') return bySystem;
  return { kind: actor.organisation.kind, id: actor.accountId, label: await nameOf(ctx.db, actor.accountId) };
}
