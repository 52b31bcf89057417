// The inbox of the company: queues, search, filters, sorting and paging; counts of every queue.
import { whereAllowed } from '@zhkh/platform/http.server';
import type { Context } from '@zhkh/platform/module.server';
import { sql } from 'kysely';
import { openEyes } from '../core/eyes.server.ts';
import { listColumns, listItem } from '../core/list-item.server.ts';
import { matches, nextDue, overdue } from '../core/overdue.server.ts';
import type { InboxFilter, InboxTab } from '../domain/inbox-query.ts';
import { sets } from '../domain/status.ts';
import type { ListItem } from '../domain/views.ts';

export interface Inbox {
  items: ListItem[];
  total: number;
  counts: Record<InboxTab, number>;
  houses: { value: string; label: string }[];
  performers: string[];
  /** Share of answers in time over the last 90 days; null while there are few. */
  onTime: number | null;
}

export const INBOX_PAGE = 20;
const FEW = 5;

export async function companyInbox(ctx: Context, filter: InboxFilter): Promise<Inbox> {
  const now = ctx.clock.now();
  const [eyes, rows, counts, options, onTime] = await Promise.all([
    openEyes(ctx),
    page(ctx, filter, now),
    countsOf(ctx, now),
    optionsOf(ctx),
    onTimeShare(ctx, now),
  ]);
  const items = rows.map((row) => listItem(eyes, row, 'company'));
  return { items, total: rows[0]?.total ?? 0, counts, ...options, onTime };
}

function mine(ctx: Context) {
  return ctx.db
    .selectFrom('complaint')
    .where(whereAllowed(ctx, 'complaints.inbox', 'complaint', { company_id: 'complaint.company_id' }));
}

function tab(ctx: Context, name: InboxTab, now: Date) {
  const query = mine(ctx);
  if (name === 'late') return query.where((eb) => overdue(eb, now));
  if (name === 'waiting') return query.where('complaint.status', 'in', [...sets.resident]);
  if (name === 'closed') return query.where('complaint.status', 'in', [...sets.closed]);
  return query.where('complaint.status', 'in', [...sets.company]);
}

function page(ctx: Context, filter: InboxFilter, now: Date) {
  const direction = filter.sort.startsWith('-') ? 'desc' : 'asc';
  const byDue = filter.sort.endsWith('due') && filter.tab !== 'closed';
  return tab(ctx, filter.tab, now)
    .$if(filter.q !== '', (query) => query.where((eb) => matches(eb, filter.q)))
    .$if(filter.house !== '', (query) => query.where('complaint.house_id', '=', filter.house))
    .$if(filter.performer !== '', (query) => query.where('complaint.performer', '=', filter.performer))
    .select(listColumns)
    .select(sql<number>`count(*) over ()`.as('total'))
    .$if(byDue, (query) =>
      query.orderBy(nextDue, (order) => (direction === 'asc' ? order.asc().nullsLast() : order.desc().nullsLast())),
    )
    .orderBy('complaint.filed_at', filter.sort === 'filed' ? 'asc' : 'desc')
    .orderBy('complaint.id')
    .limit(INBOX_PAGE)
    .offset((filter.page - 1) * INBOX_PAGE)
    .execute();
}

async function countsOf(ctx: Context, now: Date): Promise<Record<InboxTab, number>> {
  const row = await mine(ctx)
    .select((eb) => [
      eb.fn
        .countAll<number>()
        .filterWhere('complaint.status', 'in', [...sets.company])
        .as('active'),
      eb.fn
        .countAll<number>()
        .filterWhere((where) => overdue(where as never, now))
        .as('late'),
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

async function optionsOf(ctx: Context): Promise<Pick<Inbox, 'houses' | 'performers'>> {
  const [houses, performers] = await Promise.all([
    mine(ctx)
      .select(['house_id', 'address'])
      .where('house_id', 'is not', null)
      .distinct()
      .orderBy('address')
      .limit(300)
      .execute(),
    mine(ctx)
      .select('performer')
      .where('performer', '<>', '')
      .where('status', 'in', [...sets.company, ...sets.resident])
      .distinct()
      .orderBy('performer')
      .limit(100)
      .execute(),
  ]);
  return {
    houses: houses.map((house) => ({ value: house.house_id ?? '', label: house.address })),
    performers: performers.map((row) => row.performer),
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
