// Complaints that left a company with their houses: its own record, without a word of what residents wrote.
import type { Context } from '@zhkh/kernel/module.server';
import { formatDate, formatDay } from '@zhkh/kernel/time';

export interface HandedAway {
  id: string;
  number: number;
  title: string;
  address: string;
  to: string;
  /** «1 марта» */
  on: string;
  at: string;
  late: boolean;
}

const SHOWN = 30;
const QUARTER = 92 * 86_400_000;

/** Of the last quarter; empty for everybody but a company's people. */
export async function handedAway(ctx: Context): Promise<HandedAway[]> {
  if (ctx.actor.kind !== 'staff' || ctx.actor.organisation.kind !== 'company') return [];
  const now = ctx.clock.now();
  const rows = await ctx.db
    .selectFrom('complaint_handover')
    .selectAll()
    .where('from_company_id', '=', ctx.actor.organisation.id)
    .where('at', '>=', new Date(now.getTime() - QUARTER))
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(SHOWN)
    .execute();
  const words = { locale: ctx.locale, now, zone: ctx.tenant.timeZone };
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    address: row.address,
    to: row.to_company_name,
    on: formatDay(row.changed_on, words),
    at: formatDate(row.at, words),
    late: row.was_late,
  }));
}
