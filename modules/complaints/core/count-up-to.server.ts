// How many rows a filter finds, counted no further than a person will page.
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Context } from '@zhkh/platform/module.server';

export const MOST_COUNTED = 10_000;

// biome-ignore lint/suspicious/noExplicitAny: any query of rows may be counted
export async function countUpTo(ctx: Context, rows: SelectQueryBuilder<any, any, any>): Promise<number> {
  const found = await ctx.db
    .selectFrom(rows.select(sql`1`.as('one')).limit(MOST_COUNTED).as('found') as never)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return (found as { n: number }).n;
}
