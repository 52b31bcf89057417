// Moves a locked complaint to the company its house has now: new deliveries, a new answer clock, the record.
import { newId } from '@zhkh/kernel/db.server';
import type { Context, Write } from '@zhkh/kernel/module.server';
import { after } from '../domain/status.ts';
import { type Route, routeTo, sendTo } from './address.server.ts';
import { type ComplaintRow, update } from '../core/change.server.ts';
import { type Clocks, clocksFor, noClocks } from '../core/clocks.server.ts';
import { isLate } from '../domain/late.ts';
import { reference } from '../core/reference.server.ts';
import { bySystem, record } from '../core/trail.server.ts';

export interface NewManager {
  companyId: string;
  companyName: string;
  email: string | null;
}

export interface Move {
  /** Null: nobody manages the house, the authority takes it. */
  to: (NewManager & { route: Route; clocks: Clocks }) | null;
  /** ISO date the house changed its company. */
  on: string;
}

type Movable = Pick<ComplaintRow, 'category_code' | 'priority' | 'time_zone'>;

/** Reads what the move needs: a command calls it before its transaction. */
export async function planMove(ctx: Context, row: Movable, to: NewManager | null, on: string): Promise<Move> {
  if (!to) return { to, on };
  const category = (await reference(ctx)).category(row.category_code);
  const [route, clocks] = await Promise.all([
    routeTo(ctx, to, row.priority, row.time_zone),
    category ? clocksFor(ctx, category, ctx.clock.now(), row.time_zone) : noClocks,
  ]);
  return { to: { ...to, route, clocks }, on };
}

export async function handOver(ctx: Context, w: Write, row: ComplaintRow, move: Move): Promise<void> {
  const now = ctx.clock.now();
  await cancelDeliveries(w, row.id);
  await keepHandover(w, row, move, now);
  await (move.to ? giveTo(ctx, w, row, move.to, move.on) : giveToAuthority(w, row, move.on, now));
}

async function giveTo(ctx: Context, w: Write, row: ComplaintRow, to: NonNullable<Move['to']>, on: string): Promise<void> {
  const now = ctx.clock.now();
  const round = row.round + 1;
  const status = after(row.status, 'follow', 'system');
  const clocks = clocksOf(row, to.clocks, now);
  await update(w, row.id, {
    ...clocks,
    status: to.route.hasCabinet ? after(status, 'deliver', 'system') : status,
    round,
    addressee: 'company',
    company_id: to.companyId,
    company_name: to.companyName,
    performer: '',
    opened_at: null,
    answer_stopped_at: null,
  });
  const sent = await sendTo(w, ctx.tenant.hosts[0] ?? ctx.tenant.slug, to.route, { id: row.id, round }, now);
  const detail = { company: to.companyName, from: row.company_name, on };
  const dates = { answerDueBefore: row.answer_due_at, answerDueAfter: clocks.answer_due_at, normId: clocks.answer_norm_id };
  await record(w, { complaintId: row.id, at: now, kind: 'followed', who: bySystem, detail, ...dates }, ...sent);
}

async function giveToAuthority(w: Write, row: ComplaintRow, on: string, now: Date): Promise<void> {
  await update(w, row.id, {
    ...noClocks,
    status: after(row.status, 'lose', 'system'),
    round: row.round + 1,
    addressee: 'authority',
    company_id: null,
    company_name: '',
    performer: '',
    opened_at: null,
    answer_started_at: null,
  });
  const entry = { complaintId: row.id, at: now, who: bySystem, answerDueBefore: row.answer_due_at };
  await record(w, { ...entry, kind: 'house-lost', detail: { from: row.company_name, on } });
}

/**
 * An answer is due from the day this company received the request (ПП 416, п. 36); a repair from the day the defect was reported
 * (Госстрой 170, прил. 2), whoever manages the house. What waited with the authority had no clocks: both begin, as when it is addressed.
 */
function clocksOf(row: ComplaintRow, anew: Clocks, now: Date) {
  if (row.addressee === 'authority') return { ...anew, clock_started_at: now, answer_started_at: null, repair_stopped_at: null };
  const { answer_norm_id, answer_due_at } = anew;
  return { answer_norm_id, answer_due_at, answer_started_at: now, due_uncertain: anew.due_uncertain || row.due_uncertain };
}

async function keepHandover(w: Write, row: ComplaintRow, { to, on }: Move, now: Date): Promise<void> {
  await w.db
    .insertInto('complaint_handover')
    .values({
      id: newId(),
      complaint_id: row.id,
      number: row.number,
      title: row.title,
      house_id: row.house_id ?? '',
      address: row.address,
      from_company_id: row.company_id,
      to_company_id: to?.companyId ?? null,
      to_company_name: to?.companyName ?? '',
      round: row.round + 1,
      status_before: row.status,
      was_late: isLate(now, row),
      changed_on: on,
      at: now,
    })
    .execute();
}

async function cancelDeliveries(w: Write, complaintId: string): Promise<void> {
  await w.db
    .updateTable('complaint_delivery')
    .set({ state: 'discarded', next_try_at: null, escalate_at: null })
    .where('complaint_id', '=', complaintId)
    .where('state', '=', 'waiting')
    .where('lease_until', 'is', null)
    .execute();
}
