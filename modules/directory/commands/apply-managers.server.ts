// Brings `house.company_id` in line with the terms that are valid today and tells who changed.
import type { Context, Write } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import { managerChanged } from '../contract.ts';
import { isoDateIn } from '../domain/season.ts';

interface Change {
  id: string;
  was: string | null;
  now: string | null;
  is_new: boolean;
}

/** `newSince`: houses created after it are new, so nobody is told that they «changed». Returns the number of changes. */
export async function applyManagers(ctx: Context, w: Write, newSince?: Date): Promise<number> {
  const day = isoDateIn(ctx.clock.now(), ctx.tenant.timeZone);
  const changes = await moved(w, day, newSince ?? null);
  for (const change of changes) {
    if (change.is_new) continue;
    await w.emit(managerChanged, { houseId: change.id, fromCompanyId: change.was, toCompanyId: change.now, on: day });
  }
  return changes.length;
}

async function moved(w: Write, day: string, newSince: Date | null): Promise<Change[]> {
  const result = await sql<Change>`
    with valid as (
      select distinct on (house_id) house_id, company_id
      from management
      where valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)
      order by house_id, valid_from desc, from_exact desc, id
    ), differing as (
      select house.id, house.company_id as was, valid.company_id as now, house.created_at
      from house left join valid on valid.house_id = house.id
      where house.company_id is distinct from valid.company_id
    )
    update house set company_id = differing.now
    from differing where differing.id = house.id
    returning house.id, differing.was, differing.now, coalesce(differing.created_at >= ${newSince}::timestamptz, false) as is_new`.execute(
    w.db,
  );
  return result.rows;
}
