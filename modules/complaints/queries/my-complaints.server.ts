// The complaints of the resident who asks, newest first, open ones before closed.
import { forbidden } from '@zhkh/kernel/errors';
import { whereAllowed } from '@zhkh/kernel/http.server';
import type { Context } from '@zhkh/kernel/module.server';
import { viewFactsOf } from '../views/facts.server.ts';
import { listColumns, listItem } from '../views/list-item.server.ts';
import { sets } from '../domain/status.ts';
import type { ListItem } from '../views/shapes.ts';

export interface MyComplaints {
  items: ListItem[];
  total: number;
  open: number;
}

export async function myComplaints(ctx: Context, input: { page: number; size: number }): Promise<MyComplaints> {
  if (ctx.actor.kind !== 'resident') throw forbidden();
  const mine = ctx.db
    .selectFrom('complaint')
    .where('author_id', '=', ctx.actor.accountId)
    .where(whereAllowed(ctx, 'complaints.read-own', 'complaint', { author_id: 'complaint.author_id' }));
  const [facts, rows, counts] = await Promise.all([
    viewFactsOf(ctx),
    mine
      .select(listColumns)
      .orderBy((eb) => eb.case().when('closed_at', 'is', null).then(0).else(1).end())
      .orderBy('filed_at', 'desc')
      .limit(input.size)
      .offset((input.page - 1) * input.size)
      .execute(),
    mine
      .select((eb) => [
        eb.fn.countAll<number>().as('total'),
        eb.fn
          .countAll<number>()
          .filterWhere('status', 'in', [...sets.open])
          .as('open'),
      ])
      .executeTakeFirstOrThrow(),
  ]);
  return { items: rows.map((row) => listItem(facts, row, 'resident')), total: counts.total, open: counts.open };
}
