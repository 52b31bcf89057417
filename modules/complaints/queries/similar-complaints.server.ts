// Open complaints of the same house and group: shown before a second one is filed. No names, no flats, no texts of neighbours.
import type { Context } from '@zhkh/kernel/module.server';
import { formatDateTime } from '@zhkh/kernel/time';
import { openEyes } from '../core/eyes.server.ts';
import { lineOf } from '../core/deadline-view.server.ts';
import { listColumns, pillView } from '../core/list-item.server.ts';
import { sets } from '../domain/status.ts';
import type { LineView, PillView } from '../domain/views.ts';

export interface Similar {
  number: number;
  title: string;
  filedAt: string;
  pill: PillView;
  line: LineView | null;
}

export async function similarComplaints(ctx: Context, input: { houseId: string; category: string }): Promise<Similar[]> {
  const [eyes, rows] = await Promise.all([
    openEyes(ctx),
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
    filedAt: formatDateTime(row.filed_at, { zone: row.time_zone, locale: ctx.locale, now: eyes.now }),
    pill: pillView(eyes, row, 'resident'),
    line: lineOf(eyes, row, true),
  }));
}
