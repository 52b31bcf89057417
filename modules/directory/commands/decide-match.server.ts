// A person confirms or refuses that our house is this house of ГАР.
// What is confirmed stands against later imports.
import { conflict } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';

export interface MatchDecision {
  houseId: string;
  objectId: number;
  same: boolean;
}

export async function decideMatch(ctx: Context, { houseId, objectId, same }: MatchDecision): Promise<void> {
  await ctx.write(async (w) => {
    const decided = await w.db
      .updateTable('house_match_review')
      .set({
        state: same ? 'confirmed' : 'refused',
        decided_by: 'accountId' in ctx.actor ? ctx.actor.accountId : null,
        decided_at: ctx.clock.now(),
      })
      .where('house_id', '=', houseId)
      .where('object_id', '=', objectId)
      .where('state', '=', 'open')
      .returning('import_id')
      .executeTakeFirst();
    if (!decided) throw conflict('directory.match-decided');
    if (same) {
      const address = await w.db
        .selectFrom('gar_address')
        .selectAll()
        .where('object_id', '=', objectId)
        .executeTakeFirstOrThrow();
      const match = {
        object_id: objectId,
        how: 'reviewed' as const,
        fact_date: address.fact_date,
        import_id: address.import_id,
        import_line: address.import_line,
      };
      await w.db
        .insertInto('house_gar')
        .values({ house_id: houseId, ...match })
        .onConflict((on) => on.column('house_id').doUpdateSet(match))
        .execute();
      await w.db.deleteFrom('house_match_review').where('house_id', '=', houseId).where('state', '=', 'open').execute();
    }
    await w.audit('directory.match', { type: 'house', id: houseId }, { objectId, same });
  });
}
