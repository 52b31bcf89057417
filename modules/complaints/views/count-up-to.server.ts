// How many rows a filter finds, counted no further than a person will page.
import { type SelectQueryBuilder, sql } from 'kysely';
import type { TenantTables } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';

export const MOST_COUNTED = 10_000;

export async function countUpTo(ctx: Context, rows: SelectQueryBuilder<TenantTables, 'complaint', object>): Promise<number> {
  const found = await ctx.db
    .selectFrom(rows.select(sql<number>`1`.as('one')).limit(MOST_COUNTED).as('found'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return found.n;
}
