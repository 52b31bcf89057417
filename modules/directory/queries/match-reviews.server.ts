// Houses whose match in ГАР is doubtful: a person says whether it is the same house.
import type { Context } from '@zhkh/kernel/module.server';

export interface MatchReview {
  houseId: string;
  objectId: number;
  ours: string;
  theirs: string;
  /** Per cent. */
  likeness: number;
}

export async function matchReviews(ctx: Context, limit = 100): Promise<{ total: number; reviews: MatchReview[] }> {
  const open = ctx.db
    .selectFrom('house_match_review')
    .innerJoin('house', 'house.id', 'house_match_review.house_id')
    .innerJoin('gar_address', 'gar_address.object_id', 'house_match_review.object_id')
    .where('house_match_review.state', '=', 'open');
  const { total } = await open.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await open
    .select(['house.id', 'gar_address.object_id', 'house.address', 'adm_text', 'number_text', 'likeness'])
    .orderBy('likeness', 'desc')
    .orderBy('house.address')
    .limit(limit)
    .execute();
  const reviews = rows.map((row) => ({
    houseId: row.id,
    objectId: row.object_id,
    ours: row.address,
    theirs: `${row.adm_text}, ${row.number_text}`,
    likeness: Math.round(row.likeness * 100),
  }));
  return { total, reviews };
}
