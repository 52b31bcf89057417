// Puts a complaint on its way to a company: deliveries of this round and their first records in the trail.
import { newId } from '@zhkh/platform/db.server';
import type { Context, Write } from '@zhkh/platform/module.server';
import { messageIdOf, openBy, type PlannedDelivery, planDeliveries } from '../domain/delivery.ts';
import type { Priority } from '../db.ts';
import { calendarOf } from './clocks.server.ts';
import { bySystem, type TrailEntry } from './trail.server.ts';

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

/** Somebody of the company can sign in and see it. */
export async function hasCabinet(ctx: Context, companyId: string): Promise<boolean> {
  const member = await ctx.db
    .selectFrom('membership')
    .select('id')
    .where('organisation_id', '=', companyId)
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return member !== undefined;
}

/** Reads what the route needs: call before the transaction. */
export async function routeTo(ctx: Context, addressee: Addressee, priority: Priority, zone: string): Promise<Route> {
  const [cabinet, calendar] = await Promise.all([hasCabinet(ctx, addressee.companyId), calendarOf(ctx)]);
  const planned = planDeliveries({ hasCabinet: cabinet, email: addressee.email });
  return { addressee, planned, hasCabinet: cabinet, openBy: openBy(priority, ctx.clock.now(), zone, calendar) };
}

/** Delivery rows of this round; returns the trail's records so that the caller writes them together with its own. */
export async function sendTo(
  w: Write,
  host: string,
  route: Route,
  complaint: { id: string; round: number },
  now: Date,
): Promise<TrailEntry[]> {
  const rows = route.planned.map((planned, index) => {
    const id = newId();
    return {
      id,
      complaint_id: complaint.id,
      round: complaint.round,
      company_id: route.addressee.companyId,
      channel: planned.channel,
      state: planned.state,
      recipient: planned.recipient,
      message_id: planned.channel === 'letter' ? messageIdOf(id, host) : null,
      next_try_at: planned.state === 'pending' ? now : null,
      created_at: now,
      sent_at: planned.state === 'delivered' ? now : null,
      escalate_at: index === 0 && planned.channel !== 'call' ? route.openBy : null,
    };
  });
  await w.db.insertInto('complaint_delivery').values(rows).execute();
  return rows.flatMap((row): TrailEntry[] => {
    const entry = { complaintId: complaint.id, at: now, who: bySystem };
    if (row.channel === 'cabinet')
      return [{ ...entry, kind: 'cabinet', detail: { letter: route.planned.some((p) => p.channel === 'letter') } }];
    if (row.channel === 'call') return [{ ...entry, kind: 'call-needed', detail: { reason: 'no-email' } }];
    return [];
  });
}
