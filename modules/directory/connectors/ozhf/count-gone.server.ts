// Houses an earlier dump held and this one does not, in the municipalities it speaks of: a dump may be of a part of the region.
import type { Write } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import type { ImportRun } from '@zhkh/imports';

export async function countGone(w: Write, run: ImportRun): Promise<Record<string, number>> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from house join import_source source on source.id = house.import_id and source.connector = 'ozhf'
    where house.municipality in (select distinct left(oktmo, 5) from stage_house where import_id = ${run.id})
      and not exists (select from stage_house seen where seen.import_id = ${run.id} and seen.source_key = house.source_key)`.execute(
    w.db,
  );
  return { housesGone: found.rows[0]?.n ?? 0 };
}
