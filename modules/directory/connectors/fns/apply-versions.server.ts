// States of a company by day: the same state again moves the day it was last seen, another one becomes a new version; nothing is lost.
import type { Write } from '@zhkh/kernel/module.server';
import { type RawBuilder, sql } from 'kysely';
import type { ImportRun } from '@zhkh/imports';

export interface Versions {
  table: string;
  stage: string;
  /** Columns of the state and their types. */
  columns: Readonly<Record<string, string>>;
}

export async function applyVersions(w: Write, run: ImportRun, what: Versions): Promise<{ added: number; confirmed: number }> {
  const latest = sql`(
    select distinct on (company_id, fact_date) * from ${sql.table(what.stage)}
    where import_id = ${run.id} order by company_id, fact_date, line::int desc, id desc)`;
  const confirmed = await confirmSame(w, run, what, latest);
  const names = Object.keys(what.columns);
  const values = Object.entries(what.columns).map(([name, type]) => sql`stage.${sql.id(name)}::${sql.id(type)}`);
  const written = await sql<{ id: string }>`
    insert into ${sql.table(what.table)} as kept (id, company_id, fact_date, seen_on, ${sql.join(names.map((name) => sql.id(name)))},
      import_id, import_line, import_entry)
    select stage.id::uuid, stage.company_id::uuid, stage.fact_date::date, stage.fact_date::date, ${sql.join(values)},
      ${run.id}::uuid, stage.line::int, stage.import_entry
    from ${latest} stage
    where stage.content is distinct from (
      select before.content from ${sql.table(what.table)} before
      where before.company_id = stage.company_id::uuid and before.fact_date <= stage.fact_date::date
      order by before.fact_date desc limit 1)
    on conflict (company_id, fact_date) do update set ${sql.join(
      [...names, 'import_id', 'import_line', 'import_entry'].map((name) => sql`${sql.id(name)} = excluded.${sql.id(name)}`),
    )}
    where kept.content <> excluded.content
    returning id`.execute(w.db);
  return { added: written.rows.length, confirmed };
}

/** Seen again on a later day: provenance follows, for it answers «how do you know it today». */
async function confirmSame(w: Write, run: ImportRun, what: Versions, latest: RawBuilder<unknown>): Promise<number> {
  const result = await sql<{ id: string }>`
    update ${sql.table(what.table)} kept set seen_on = stage.fact_date::date, import_id = ${run.id}::uuid, import_line = stage.line::int,
      import_entry = stage.import_entry
    from ${latest} stage
    where kept.company_id = stage.company_id::uuid and kept.content = stage.content and kept.seen_on < stage.fact_date::date
      and kept.fact_date = (
        select max(before.fact_date) from ${sql.table(what.table)} before
        where before.company_id = kept.company_id and before.fact_date <= stage.fact_date::date)
    returning kept.id`.execute(w.db);
  return result.rows.length;
}
