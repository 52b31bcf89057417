// The authority's list as a CSV file, columns named as in the outage-report schema where it has them.
import { csvOf } from '@zhkh/kernel/export.server';
import type { Context } from '@zhkh/kernel/module.server';
import type { ListFilter } from '../domain/list-query.ts';
import { fieldOf } from '../domain/local-moment.ts';
import { filtered, ordered } from './outage-list.server.ts';

const LIMIT = 10_000;
const head = [
  'Number',
  'OutageKind',
  'OutageType',
  'ServiceCode',
  'StartDate',
  'EndDate',
  'OutageReason',
  'OutageReasonText',
  'Status',
  'Houses',
  'Place',
  'Organisation',
];

export async function outageExport(ctx: Context, filter: ListFilter): Promise<string> {
  const rows = await ordered(filtered(ctx, filter), filter.tab).selectAll('outage').limit(LIMIT).execute();
  const body = rows.map((row) => [
    String(row.number),
    row.kind === 'planned' ? '1' : '2',
    row.type,
    row.services.join(' '),
    fieldOf(row.starts_at, row.time_zone),
    row.ends_at ? fieldOf(row.ends_at, row.time_zone) : '',
    ctx.t(`outages:reasons.${row.reason_code}`),
    row.reason_text,
    row.state === 'cancelled' ? 'CANCELLED' : 'PUBLISHED',
    String(row.house_count),
    row.place,
    row.author_name || row.supplier,
  ]);
  return csvOf([head, ...body]);
}
