// What waits for an official: unknown and unmanaged houses, complaints handed over, companies to call.
import { directory } from '@zhkh/directory';
import type { Context } from '@zhkh/kernel/module.server';
import { formatDateTime } from '@zhkh/kernel/time';
import { overseen } from '../views/overseen.server.ts';
import { inSet, sets } from '../domain/status.ts';

export interface QueueItem {
  id: string;
  number: number;
  title: string;
  address: string;
  kind: 'unknown-house' | 'unmanaged' | 'call';
  company: string;
  phone: string | null;
  filedAt: string;
  /** Why a letter did not get through. */
  reason: string | null;
}

const LIMIT = 200;

export async function authorityQueue(ctx: Context): Promise<QueueItem[]> {
  const columns = [
    'complaint.id',
    'complaint.number',
    'complaint.title',
    'complaint.address',
    'complaint.status',
    'complaint.company_id',
    'complaint.company_name',
    'complaint.filed_at',
    'complaint.time_zone',
  ] as const;
  const [own, calls] = await Promise.all([
    overseen(ctx)
      .where('complaint.status', 'in', [...sets.authority])
      .select(columns)
      .orderBy('complaint.filed_at')
      .limit(LIMIT)
      .execute(),
    overseen(ctx)
      .innerJoin('complaint_delivery as d', (join) =>
        join.onRef('d.complaint_id', '=', 'complaint.id').onRef('d.round', '=', 'complaint.round'),
      )
      .where('d.channel', '=', 'call')
      .where('d.state', '=', 'waiting')
      .where('complaint.status', 'in', [...sets.company])
      .select(columns)
      .select((eb) =>
        eb
          .selectFrom('complaint_delivery as l')
          .select('l.last_error')
          .whereRef('l.complaint_id', '=', 'complaint.id')
          .whereRef('l.round', '=', 'complaint.round')
          .where('l.channel', '=', 'letter')
          .limit(1)
          .as('reason'),
      )
      .orderBy('d.created_at')
      .limit(LIMIT)
      .execute(),
  ]);
  const companies = await ctx
    .service(directory)
    .companiesByIds([...new Set(calls.flatMap((row) => (row.company_id ? [row.company_id] : [])))]);
  const item = (row: (typeof own)[number]) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    address: row.address,
    company: row.company_name,
    filedAt: formatDateTime(row.filed_at, { zone: row.time_zone, locale: ctx.locale, now: ctx.clock.now() }),
  });
  return [
    ...calls.map((row): QueueItem => {
      const company = companies.get(row.company_id ?? '');
      return { ...item(row), kind: 'call', phone: company?.dispatcherPhone ?? company?.phone ?? null, reason: row.reason };
    }),
    ...own.map(
      (row): QueueItem => ({
        ...item(row),
        kind: inSet(row.status, 'seeking') ? 'unknown-house' : 'unmanaged',
        phone: null,
        reason: null,
      }),
    ),
  ];
}
