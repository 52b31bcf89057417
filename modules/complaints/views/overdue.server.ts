// «Overdue» and «which date is next» as SQL: the same rules as the views, for lists and counts.
import { type ExpressionBuilder, expressionBuilder, sql } from 'kysely';
import type { TenantTables } from '@zhkh/kernel/db.server';
import { sets } from '../domain/status.ts';

type Eb = ExpressionBuilder<TenantTables, 'complaint'>;

/** `isLate` of domain/late.ts, of complaints a company has to act on. */
export function overdue(now: Date) {
  const eb = expressionBuilder<TenantTables, 'complaint'>();
  return eb.and([
    eb('complaint.status', 'in', [...sets.company]),
    eb.or([
      eb.and([eb('complaint.answer_stopped_at', 'is', null), eb('complaint.answer_due_at', '<=', now)]),
      eb.and([eb('complaint.repair_stopped_at', 'is', null), eb('complaint.repair_due_at', '<=', now)]),
    ]),
  ]);
}

/** The nearest term that still runs; null last. */
export const nextDue = sql<Date | null>`least(
  case when complaint.answer_stopped_at is null then complaint.answer_due_at end,
  case when complaint.repair_stopped_at is null then complaint.repair_due_at end)`;

export const searchKey = (text: string): string => text.trim().toLowerCase().replaceAll('ё', 'е');

/** Words in any order, or the public number. `%` and `_` are letters here. */
export function matches(eb: Eb, query: string) {
  const number = /^(?:№\s*)?(\d{1,9})$/.exec(query.trim())?.[1];
  if (number) return eb('complaint.number', '=', Number(number));
  const words = searchKey(query).split(/\s+/).filter(Boolean).slice(0, 8);
  return eb.and(words.map((word) => eb('complaint.search_text', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`)));
}
