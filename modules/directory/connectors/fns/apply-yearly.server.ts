// Figures of a company by year: a later publication corrects, an earlier one is ignored; other years stay.
import type { Write } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import type { ImportRun } from '@zhkh/imports';

export interface Yearly {
  table: string;
  stage: string;
  /** Figures and their types. */
  figures: Readonly<Record<string, string>>;
}

export async function applyYearly(w: Write, run: ImportRun, what: Yearly): Promise<{ added: number; corrected: number }> {
  const names = Object.keys(what.figures);
  const values = Object.entries(what.figures).map(([name, type]) => sql`stage.${sql.id(name)}::${sql.id(type)}`);
  const ofRow = (row: string) => sql.join([...names, 'fact_date'].map((name) => sql`${sql.id(row)}.${sql.id(name)}`));
  const written = await sql<{ id: string; is_new: boolean }>`
    insert into ${sql.table(what.table)} as kept (id, company_id, year, ${sql.join(names.map((name) => sql.id(name)))}, fact_date, published_on,
      import_id, import_line, import_entry)
    select distinct on (stage.company_id, stage.year) stage.id::uuid, stage.company_id::uuid, stage.year::smallint, ${sql.join(values)},
      stage.fact_date::date, stage.published_on::date, ${run.id}::uuid, stage.line::int, stage.import_entry
    from ${sql.table(what.stage)} stage where stage.import_id = ${run.id}
    order by stage.company_id, stage.year, stage.published_on desc, stage.line::int desc, stage.id desc
    on conflict (company_id, year) do update set ${sql.join(
      [...names, 'fact_date', 'published_on', 'import_id', 'import_line', 'import_entry'].map(
        (name) => sql`${sql.id(name)} = excluded.${sql.id(name)}`,
      ),
    )}
    where excluded.published_on >= kept.published_on and (${ofRow('kept')}) is distinct from (${ofRow('excluded')})
    returning kept.id, kept.xmax = 0 as is_new`.execute(w.db);
  const added = written.rows.filter((row) => row.is_new).length;
  return { added, corrected: written.rows.length - added };
}
