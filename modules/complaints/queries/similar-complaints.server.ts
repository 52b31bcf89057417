// Open complaints of the same house and group, shown before a second is filed; no names, flats or texts.
import type { Context } from '@zhkh/kernel/module.server';
import { formatDateTime } from '@zhkh/kernel/time';
import { viewFactsOf } from '../views/facts.server.ts';
import { lineOf } from '../views/deadline.server.ts';
import { listColumns, pillView } from '../views/list-item.server.ts';
import { sets } from '../domain/status.ts';
import type { LineView, PillView } from '../views/shapes.ts';

export interface Similar {
  number: number;
  title: string;
  filedAt: string;
  pill: PillView;
  line: LineView | null;
}

export async function similarComplaints(ctx: Context, input: { houseId: string; category: string }): Promise<Similar[]> {
  const [facts, rows] = await Promise.all([
    viewFactsOf(ctx),
    ctx.db
      .selectFrom('complaint')
      .select(listColumns)
      .where('house_id', '=', input.houseId)
      .where('category_code', '=', input.category)
      .where('status', 'in', [...sets.company])
      .orderBy('filed_at', 'desc')
      .limit(2)
      .execute(),
  ]);
  return rows.map((row) => ({
    number: row.number,
    title: row.title,
    filedAt: formatDateTime(row.filed_at, { zone: row.time_zone, locale: ctx.locale, now: facts.now }),
    pill: pillView(facts, row, 'resident'),
    line: lineOf(facts, row, true),
  }));
}
