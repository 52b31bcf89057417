// The inbox of the company: queues, search, filters, sorting and paging; counts of every queue.
import { whereAllowed } from '@zhkh/kernel/http.server';
import type { Context } from '@zhkh/kernel/module.server';
import { countUpTo } from '../views/count-up-to.server.ts';
import { viewFactsOf } from '../views/facts.server.ts';
import { listColumns, listItem } from '../views/list-item.server.ts';
import { matches, nextDue, overdue } from '../views/overdue.server.ts';
import type { InboxFilter } from '../domain/inbox-query.ts';
import { PAGE_SIZE } from '../domain/limits.ts';
import type { InboxTab } from '../domain/list-choices.ts';
import { sets } from '../domain/status.ts';
import type { ListItem } from '../views/shapes.ts';

export interface Inbox {
  items: ListItem[];
  total: number;
  counts: Record<InboxTab, number>;
  houses: { value: string; label: string }[];
  performers: string[];
  /** Share of answers in time over the last 90 days; null while there are few. */
  onTime: number | null;
}

const FEW = 5;

export async function companyInbox(ctx: Context, filter: InboxFilter): Promise<Inbox> {
  const now = ctx.clock.now();
  const found = filtered(ctx, filter, now);
  const [facts, rows, total, counts, options, onTime] = await Promise.all([
    viewFactsOf(ctx),
    page(found, filter),
    countUpTo(ctx, found),
    countsOf(ctx, now),
    optionsOf(ctx, filter.tab, now),
    onTimeShare(ctx, now),
  ]);
  const items = rows.map((row) => listItem(facts, row, 'company'));
  return { items, total, counts, ...options, onTime };
}

function mine(ctx: Context) {
  return ctx.db
    .selectFrom('complaint')
    .where(whereAllowed(ctx, 'complaints.inbox', 'complaint', { company_id: 'complaint.company_id' }));
}

function tab(ctx: Context, name: InboxTab, now: Date) {
  const query = mine(ctx);
  if (name === 'late') return query.where(overdue(now));
  if (name === 'waiting') return query.where('complaint.status', 'in', [...sets.resident]);
  if (name === 'closed') return query.where('complaint.status', 'in', [...sets.closed]);
  return query.where('complaint.status', 'in', [...sets.company]);
}

function filtered(ctx: Context, filter: InboxFilter, now: Date) {
  return tab(ctx, filter.tab, now)
    .$if(filter.q !== '', (query) => query.where((eb) => matches(eb, filter.q)))
    .$if(filter.house !== '', (query) => query.where('complaint.house_id', '=', filter.house))
    .$if(filter.performer !== '', (query) => query.where('complaint.performer', '=', filter.performer));
}

function page(found: ReturnType<typeof filtered>, filter: InboxFilter) {
  const direction = filter.sort.startsWith('-') ? 'desc' : 'asc';
  const byDue = filter.sort.endsWith('due') && filter.tab !== 'closed';
  return found
    .select(listColumns)
    .$if(byDue, (query) =>
      query.orderBy(nextDue, (order) => (direction === 'asc' ? order.asc().nullsLast() : order.desc().nullsLast())),
    )
    .orderBy('complaint.filed_at', filter.sort === 'filed' ? 'asc' : 'desc')
    .orderBy('complaint.id')
    .limit(PAGE_SIZE)
    .offset((filter.page - 1) * PAGE_SIZE)
    .execute();
}

async function countsOf(ctx: Context, now: Date): Promise<Record<InboxTab, number>> {
  const row = await mine(ctx)
    .select((eb) => [
      eb.fn
        .countAll<number>()
        .filterWhere('complaint.status', 'in', [...sets.company])
        .as('active'),
      eb.fn.countAll<number>().filterWhere(overdue(now)).as('late'),
      eb.fn
        .countAll<number>()
        .filterWhere('complaint.status', 'in', [...sets.resident])
        .as('waiting'),
      eb.fn
        .countAll<number>()
        .filterWhere('complaint.status', 'in', [...sets.closed])
        .as('closed'),
    ])
    .executeTakeFirstOrThrow();
  return row;
}

/** Choices for the filters, from the complaints of the queue itself; a long archive offers those of its latest part. */
const LATEST = 1000;

async function optionsOf(ctx: Context, name: InboxTab, now: Date): Promise<Pick<Inbox, 'houses' | 'performers'>> {
  const rows = await tab(ctx, name, now)
    .select(['house_id', 'address', 'performer'])
    .orderBy('filed_at', 'desc')
    .limit(LATEST)
    .execute();
  const houses = new Map(rows.flatMap((row) => (row.house_id ? [[row.house_id, row.address] as const] : [])));
  const compare = new Intl.Collator('ru', { numeric: true }).compare;
  return {
    houses: [...houses].map(([value, label]) => ({ value, label })).sort((a, b) => compare(a.label, b.label)),
    performers: [...new Set(rows.map((row) => row.performer).filter(Boolean))].sort(compare),
  };
}

async function onTimeShare(ctx: Context, now: Date): Promise<number | null> {
  const row = await ctx.db
    .selectFrom('complaint_answer')
    .innerJoin('complaint', 'complaint.id', 'complaint_answer.complaint_id')
    .where(whereAllowed(ctx, 'complaints.inbox', 'complaint', { company_id: 'complaint.company_id' }))
    .where('complaint_answer.at', '>=', new Date(now.getTime() - 90 * 86_400_000))
    .where('complaint_answer.in_time', 'is not', null)
    .select((eb) => [
      eb.fn.countAll<number>().as('all'),
      eb.fn.countAll<number>().filterWhere('complaint_answer.in_time', '=', true).as('good'),
    ])
    .executeTakeFirstOrThrow();
  return row.all < FEW ? null : row.good / row.all;
}
