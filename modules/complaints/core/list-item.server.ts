// A row of any list: title, address, status and the nearest date in words.
import { formatDate } from '@zhkh/kernel/time';
import { pillOf } from '../domain/pill.ts';
import { inSet } from '../domain/status.ts';
import type { ListItem, PillView, Viewer } from '../domain/views.ts';
import type { ComplaintRow } from './change.server.ts';
import { type Eyes, lineOf } from './deadline-view.server.ts';

export const listColumns = [
  'id',
  'number',
  'title',
  'address',
  'flat',
  'company_name',
  'performer',
  'status',
  'filed_at',
  'opened_at',
  'react_until',
  'closed_at',
  'clock_started_at',
  'answer_started_at',
  'time_zone',
  'answer_norm_id',
  'answer_due_at',
  'answer_stopped_at',
  'repair_norm_id',
  'repair_due_at',
  'repair_stopped_at',
] as const satisfies readonly (keyof ComplaintRow)[];

export type ListRow = Pick<ComplaintRow, (typeof listColumns)[number]>;

export function pillView(
  eyes: Eyes,
  row: Pick<ListRow, 'status' | 'opened_at'> & Parameters<typeof isLate>[1],
  viewer: Viewer,
): PillView {
  const pill = pillOf({ status: row.status, opened: row.opened_at !== null, late: isLate(eyes.now, row) }, viewer);
  return pill.text ? { ...pill, text: eyes.ctx.t(`complaints:pill.${pill.text}`) } : pill;
}

export function isLate(
  now: Date,
  row: Pick<ListRow, 'answer_due_at' | 'answer_stopped_at' | 'repair_due_at' | 'repair_stopped_at'>,
): boolean {
  const over = (due: Date | null, stopped: Date | null) => due !== null && stopped === null && now >= due;
  return over(row.answer_due_at, row.answer_stopped_at) || over(row.repair_due_at, row.repair_stopped_at);
}

export function listItem(eyes: Eyes, row: ListRow, viewer: Viewer): ListItem {
  const words = { zone: row.time_zone, locale: eyes.ctx.locale, now: eyes.now };
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    address: row.address,
    flat: viewer === 'authority' ? '' : row.flat,
    company: row.company_name,
    performer: row.performer,
    filedAt: formatDate(row.filed_at, words),
    pill: pillView(eyes, row, viewer),
    line: lineOf(eyes, row, inSet(row.status, 'company')),
    meta: metaOf(eyes, row, viewer),
  };
}

function metaOf(eyes: Eyes, row: ListRow, viewer: Viewer): string {
  const words = { zone: row.time_zone, locale: eyes.ctx.locale, now: eyes.now };
  const { t } = eyes.ctx;
  if (inSet(row.status, 'resident') && row.react_until) {
    return t(`complaints:meta.${viewer === 'resident' ? 'check' : 'waits'}`, {
      date: formatDate(new Date(row.react_until.getTime() - 1), words),
    });
  }
  if (row.closed_at) return t('complaints:meta.closed', { date: formatDate(row.closed_at, words) });
  return t('complaints:meta.filed', { date: formatDate(row.filed_at, words) });
}
