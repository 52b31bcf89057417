// Puts a complaint on its way to a company: deliveries of this round and their first records in the trail.
import { hasCabinet as readCabinet } from '@zhkh/kernel/auth.server';
import { keptFor, newId } from '@zhkh/kernel/db.server';
import type { Context, Write } from '@zhkh/kernel/module.server';
import { messageIdOf, openBy, type PlannedDelivery, planDeliveries } from '../domain/delivery.ts';
import type { Priority } from '../db.ts';
import { calendarOf } from '../core/clocks.server.ts';
import { bySystem, type TrailEntry } from '../core/trail.server.ts';

export interface Addressee {
  companyId: string;
  companyName: string;
  email: string | null;
}

export interface Route {
  addressee: Addressee;
  planned: PlannedDelivery[];
  hasCabinet: boolean;
  /** By when an employee must have opened it before somebody calls. */
  openBy: Date;
}

/** A first employee or the last one leaving shows in filing this much later; the letter goes either way. */
const CABINET_FRESH_MS = 1000;

/** As auth says it, remembered for a moment: filing asks it each time. */
export function hasCabinet(ctx: Context, companyId: string): Promise<boolean> {
  return keptFor(ctx, CABINET_FRESH_MS, cabinetNow, companyId);
}

const cabinetNow = ({ db }: Context, companyId: string) => readCabinet(db, companyId);

/** Reads what the route needs: call before the transaction. */
export async function routeTo(ctx: Context, addressee: Addressee, priority: Priority, zone: string): Promise<Route> {
  const [cabinet, calendar] = await Promise.all([hasCabinet(ctx, addressee.companyId), calendarOf(ctx)]);
  const planned = planDeliveries({ hasCabinet: cabinet, email: addressee.email });
  return { addressee, planned, hasCabinet: cabinet, openBy: openBy(priority, ctx.clock.now(), zone, calendar) };
}

/** Delivery rows of one round, every column filled. */
export function deliveryRows(host: string, route: Route, complaint: { id: string; round: number }, now: Date) {
  return route.planned.map((planned, index) => {
    const id = newId();
    return {
      id,
      complaint_id: complaint.id,
      round: complaint.round,
      company_id: route.addressee.companyId,
      channel: planned.channel,
      state: planned.state,
      tries: 0,
      next_try_at: planned.channel === 'letter' ? now : null,
      lease_until: null,
      last_error: null,
      in_doubt: false,
      doubts: 0,
      recipient: planned.recipient,
      message_id: planned.channel === 'letter' ? messageIdOf(id, host) : null,
      created_at: now,
      sent_at: planned.state === 'done' ? now : null,
      opened_at: null,
      escalate_at: index === 0 && planned.channel !== 'call' ? route.openBy : null,
    };
  });
}

/** What of the route is worth a record at once: the cabinet shows it, or somebody has to call. */
export function routeRecords(route: Route, complaintId: string, now: Date): TrailEntry[] {
  const entry = { complaintId, at: now, who: bySystem };
  return route.planned.flatMap((planned): TrailEntry[] => {
    if (planned.channel === 'cabinet')
      return [{ ...entry, kind: 'cabinet', detail: { letter: route.planned.some((p) => p.channel === 'letter') } }];
    if (planned.channel === 'call') return [{ ...entry, kind: 'call-needed', detail: { reason: 'no-email' } }];
    return [];
  });
}

/** Sends a complaint that stands already on a new round; the caller writes the records together with its own. */
export async function sendTo(
  w: Write,
  host: string,
  route: Route,
  complaint: { id: string; round: number },
  now: Date,
): Promise<TrailEntry[]> {
  await w.db
    .insertInto('complaint_delivery')
    .values(deliveryRows(host, route, complaint, now))
    .execute();
  return routeRecords(route, complaint.id, now);
}
