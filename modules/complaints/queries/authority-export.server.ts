// The authority's list as CSV for Excel: semicolons, BOM, and cells that cannot become formulas.
import { csvOf } from '@zhkh/kernel/export.server';
import type { Context } from '@zhkh/kernel/module.server';
import { formatShortDateTime } from '@zhkh/kernel/time';
import { viewFactsOf } from '../views/facts.server.ts';
import { listColumns, listItem } from '../views/list-item.server.ts';
import type { AuthorityFilter } from '../domain/inbox-query.ts';
import { EXPORT_LIMIT, filtered, groupsOf } from './authority-list.server.ts';

export async function authorityExport(ctx: Context, filter: AuthorityFilter): Promise<string> {
  const facts = await viewFactsOf(ctx);
  const { codes } = groupsOf(facts.known.categories);
  const rows = await filtered(ctx, filter, codes)
    .select(listColumns)
    .select('category_code')
    .orderBy('filed_at', 'desc')
    .limit(EXPORT_LIMIT)
    .execute();
  const head = ['number', 'filed', 'address', 'category', 'company', 'status', 'answer-due', 'answered', 'repair-due'].map(
    (key) => ctx.t(`complaints:csv.${key}`),
  );
  const body = rows.map((row) => {
    const item = listItem(facts, row, 'authority');
    const at = (moment: Date | null) =>
      moment ? formatShortDateTime(new Date(moment), { zone: row.time_zone, locale: ctx.locale }) : '';
    const status = item.pill.text ?? ctx.t(`platform:status.${item.pill.kind}`);
    const category = facts.known.category(row.category_code)?.name ?? row.category_code;
    return [
      String(row.number),
      at(row.filed_at),
      row.address,
      category,
      row.company_name,
      status,
      at(row.answer_due_at),
      at(row.answer_stopped_at),
      at(row.repair_due_at),
    ];
  });
  return csvOf([head, ...body]);
}
