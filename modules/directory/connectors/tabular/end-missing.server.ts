// Rows of earlier files a full export no longer names are ended on its day. A file with less than half of what is known is a part,
// not the whole: it ends nothing.
import type { Write } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import type { ImportRun } from '@zhkh/imports';
import { type Target, tagOf } from './target.ts';

export async function endMissing(w: Write, run: ImportRun, target: Target): Promise<number> {
  const table = sql.id(target.table);
  const ended = await sql<{ count: number }>`
    with named as (
      select distinct house_id || '|' || source_key as source_key from stage_tabular where import_id = ${run.id} and target = ${tagOf(target)}
    ), gone as (
      update ${table} set ended_on = ${run.factDate}::date
      where ended_on is null and fact_date <= ${run.factDate}::date and not exists (select from named where named.source_key = ${table}.source_key)
        and (select count(*) from named) * 2 >= (select count(*) from ${table} where ended_on is null)
      returning id
    )
    select count(*) as count from gone`.execute(w.db);
  return Number(ended.rows[0]?.count ?? 0);
}
