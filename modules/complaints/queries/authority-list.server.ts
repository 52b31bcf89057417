// Every complaint of the authority's territory, filtered; also as the rows of a CSV file.
import { directory } from '@zhkh/directory';
import type { Context } from '@zhkh/kernel/module.server';
import { countUpTo } from '../views/count-up-to.server.ts';
import { viewFactsOf } from '../views/facts.server.ts';
import { listColumns, listItem } from '../views/list-item.server.ts';
import { matches, nextDue, overdue } from '../views/overdue.server.ts';
import { overseen } from '../views/overseen.server.ts';
import type { AuthorityFilter } from '../domain/inbox-query.ts';
import { sets } from '../domain/status.ts';
import type { ListItem } from '../views/shapes.ts';

export const AUTHORITY_PAGE = 25;
export const EXPORT_LIMIT = 10_000;

export function filtered(ctx: Context, filter: AuthorityFilter, groups: ReadonlyMap<string, readonly string[]>) {
  const now = ctx.clock.now();
  const codes = groups.get(filter.group);
  return overseen(ctx)
    .$if(filter.q !== '', (query) => query.where((eb) => matches(eb, filter.q)))
    .$if(filter.company !== '', (query) => query.where('complaint.company_id', '=', filter.company))
    .$if(codes !== undefined, (query) => query.where('complaint.category_code', 'in', [...(codes ?? [])]))
    .$if(filter.state === 'late', (query) => query.where(overdue(now)))
    .$if(filter.state === 'undelivered', (query) => query.where((eb) => undelivered(eb)))
    .$if(filter.state !== '' && filter.state !== 'late' && filter.state !== 'undelivered', (query) =>
      query.where('complaint.status', 'in', [...sets[filter.state as 'company' | 'resident' | 'authority' | 'closed']]),
    );
}

/** A person has to call, or a letter waits for its next try. */
function undelivered(eb: Parameters<typeof matches>[0]) {
  return eb.and([
    eb('complaint.status', 'in', [...sets.company]),
    eb('complaint.opened_at', 'is', null),
    eb.exists(
      eb
        .selectFrom('complaint_delivery as d')
        .select('d.id')
        .whereRef('d.complaint_id', '=', 'complaint.id')
        .whereRef('d.round', '=', 'complaint.round')
        .where((where) =>
          where.or([
            where('d.state', '=', 'parked'),
            where.and([where('d.state', '=', 'waiting'), where('d.channel', '=', 'call')]),
            where.and([where('d.state', '=', 'waiting'), where('d.tries', '>', 0), where('d.lease_until', 'is', null)]),
          ]),
        ),
    ),
  ]);
}

export interface AuthorityList {
  items: ListItem[];
  total: number;
  companies: { value: string; label: string }[];
  groups: { value: string; label: string }[];
}

export async function authorityList(ctx: Context, filter: AuthorityFilter): Promise<AuthorityList> {
  const facts = await viewFactsOf(ctx);
  const groups = groupsOf(facts.known.categories);
  const found = filtered(ctx, filter, groups.codes);
  const [rows, total, companies] = await Promise.all([
    found
      .select(listColumns)
      .$if(filter.state === 'late' || filter.state === 'company', (query) =>
        query.orderBy(nextDue, (order) => order.asc().nullsLast()),
      )
      .orderBy('complaint.filed_at', 'desc')
      .orderBy('complaint.id')
      .limit(AUTHORITY_PAGE)
      .offset((filter.page - 1) * AUTHORITY_PAGE)
      .execute(),
    countUpTo(ctx, found),
    companiesOf(ctx),
  ]);
  return {
    items: rows.map((row) => listItem(facts, row, 'authority')),
    total,
    companies,
    groups: groups.options,
  };
}

/** Names come from the directory: distinct ids stand in an index, names do not. */
async function companiesOf(ctx: Context): Promise<AuthorityList['companies']> {
  const rows = await overseen(ctx).select('company_id').where('company_id', 'is not', null).distinct().limit(500).execute();
  const ids = rows.flatMap((row) => (row.company_id ? [row.company_id] : []));
  const companies = await ctx.service(directory).companiesByIds(ids);
  return [...companies.values()]
    .map((one) => ({ value: one.id, label: one.shortName }))
    .sort((a, b) => a.label.localeCompare(b.label, 'ru'));
}

export function groupsOf(categories: readonly { code: string; groupCode: string; groupName: string }[]) {
  const codes = new Map<string, string[]>();
  const names = new Map<string, string>();
  for (const category of categories) {
    codes.set(category.groupCode, [...(codes.get(category.groupCode) ?? []), category.code]);
    names.set(category.groupCode, category.groupName);
  }
  return { codes, options: [...names].map(([value, label]) => ({ value, label })) };
}
