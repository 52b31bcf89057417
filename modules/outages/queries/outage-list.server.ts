// The list of a cabinet: what is off now, planned and past, filtered; also the rows of a CSV file.
import { directory } from '@zhkh/directory';
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import { type Item, itemColumns, itemOf } from '../core/item.server.ts';
import { visible } from '../core/visible.server.ts';
import { type ListFilter, PAGE_SIZE, type Tab } from '../domain/list-query.ts';

export interface OutageList {
  items: Item[];
  total: number;
  counts: Record<Tab, number>;
  overdue: number;
  companies: { value: string; label: string }[];
}

const isNow = (now: Date) => sql<boolean>`outage.state = 'announced' and outage.starts_at <= ${now}`;
const isPlanned = (now: Date) => sql<boolean>`outage.state = 'announced' and outage.starts_at > ${now}`;
const isPast = sql<boolean>`outage.state <> 'announced'`;
const isOverdue = (now: Date) => sql<boolean>`outage.state = 'announced' and outage.ends_at <= ${now}`;

const inTab = (tab: Tab, now: Date) => ({ now: isNow(now), planned: isPlanned(now), past: isPast })[tab];

export function filtered(ctx: Context, filter: ListFilter) {
  const parts = filter.q
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[\s,]+/)
    .filter(Boolean);
  return parts
    .slice(0, 6)
    .reduce(
      (query, part) => query.where('outage.search_text', 'like', `%${part.replaceAll(/[\\%_]/g, '\\$&')}%`),
      visible(ctx).where(inTab(filter.tab, ctx.clock.now())),
    )
    .$if(filter.service !== '', (query) => query.where(sql<boolean>`${filter.service} = any(outage.services)`))
    .$if(filter.kind !== '', (query) => query.where('outage.kind', '=', filter.kind as 'planned'))
    .$if(filter.company !== '', (query) => query.where('outage.company_id', '=', filter.company));
}

export function ordered<Query extends ReturnType<typeof filtered>>(query: Query, tab: Tab) {
  const direction = tab === 'past' ? ('desc' as const) : ('asc' as const);
  return (tab === 'now' ? query.orderBy('outage.ends_at', 'asc') : query.orderBy('outage.starts_at', direction)).orderBy(
    'outage.id',
  );
}

export async function outageList(ctx: Context, filter: ListFilter, options: { companies: boolean }): Promise<OutageList> {
  const found = filtered(ctx, filter);
  const [rows, total, counts, companies] = await Promise.all([
    ordered(found, filter.tab)
      .select(itemColumns)
      .limit(PAGE_SIZE)
      .offset((filter.page - 1) * PAGE_SIZE)
      .execute(),
    found.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
    countsOf(ctx),
    options.companies ? companiesOf(ctx) : [],
  ]);
  const { overdue, ...tabs } = counts;
  return { items: rows.map((row) => itemOf(ctx, row)), total: total.n, counts: tabs, overdue, companies };
}

export async function countsOf(ctx: Context) {
  const now = ctx.clock.now();
  return visible(ctx)
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere(isNow(now)).as('now'),
      eb.fn.countAll<number>().filterWhere(isPlanned(now)).as('planned'),
      eb.fn.countAll<number>().filterWhere(isPast).as('past'),
      eb.fn.countAll<number>().filterWhere(isOverdue(now)).as('overdue'),
    ])
    .executeTakeFirstOrThrow();
}

async function companiesOf(ctx: Context): Promise<OutageList['companies']> {
  const rows = await visible(ctx)
    .select('outage.company_id')
    .where('outage.company_id', 'is not', null)
    .distinct()
    .limit(500)
    .execute();
  const ids = rows.flatMap((row) => (row.company_id ? [row.company_id] : []));
  const companies = await ctx.service(directory).companiesByIds(ids);
  return [...companies.values()]
    .map((one) => ({ value: one.id, label: one.shortName }))
    .sort((a, b) => a.label.localeCompare(b.label, 'ru'));
}
