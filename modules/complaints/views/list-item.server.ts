// A row of any list: title, address, status and the nearest date in words.
import { formatDate } from '@zhkh/kernel/time';
import { pillOf } from './pill.ts';
import { type Clocked, isLate } from '../domain/late.ts';
import { inSet } from '../domain/status.ts';
import type { ListItem, PillView, Viewer } from './shapes.ts';
import type { ComplaintRow } from '../core/change.server.ts';
import { type ViewFacts, lineOf } from './deadline.server.ts';

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

export function pillView(facts: ViewFacts, row: Pick<ListRow, 'status' | 'opened_at'> & Clocked, viewer: Viewer): PillView {
  const pill = pillOf({ status: row.status, opened: row.opened_at !== null, late: isLate(facts.now, row) }, viewer);
  return pill.text ? { ...pill, text: facts.ctx.t(`complaints:pill.${pill.text}`) } : pill;
}

export function listItem(facts: ViewFacts, row: ListRow, viewer: Viewer): ListItem {
  const words = { zone: row.time_zone, locale: facts.ctx.locale, now: facts.now };
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    address: row.address,
    flat: viewer === 'authority' ? '' : row.flat,
    company: row.company_name,
    performer: row.performer,
    filedAt: formatDate(row.filed_at, words),
    pill: pillView(facts, row, viewer),
    line: lineOf(facts, row, inSet(row.status, 'company')),
    meta: metaOf(facts, row, viewer),
  };
}

function metaOf(facts: ViewFacts, row: ListRow, viewer: Viewer): string {
  const words = { zone: row.time_zone, locale: facts.ctx.locale, now: facts.now };
  const { t } = facts.ctx;
  if (inSet(row.status, 'resident') && row.react_until) {
    return t(`complaints:meta.${viewer === 'resident' ? 'check' : 'waits'}`, {
      date: formatDate(new Date(row.react_until.getTime() - 1), words),
    });
  }
  if (row.closed_at) return t('complaints:meta.closed', { date: formatDate(row.closed_at, words) });
  return t('complaints:meta.filed', { date: formatDate(row.filed_at, words) });
}
