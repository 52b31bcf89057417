// Full addresses of all standing houses, piece by piece: a million of them is no list to hold.
import type { Context } from '@zhkh/kernel/module.server';

const PIECE = 20_000;

export async function* addressesOf(ctx: Context): AsyncGenerator<string> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await ctx.db
      .selectFrom('house')
      .select(['id', 'address'])
      .where('id', '>', after)
      .where('status', '!=', 'demolished')
      .orderBy('id')
      .limit(PIECE)
      .execute();
    for (const row of rows) yield row.address;
    if (rows.length < PIECE) return;
    after = rows.at(-1)?.id ?? after;
  }
}
