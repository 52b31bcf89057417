// Staged rows of a table file become facts: houses and companies found, strangers refused, every target written set by set.
import type { Write } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import type { ImportRun } from '../frame/connector.ts';
import { endMissing } from './end-missing.server.ts';
import { findCompanies, findHouses } from './find-owners.server.ts';
import type { Tabular } from './tabular.server.ts';
import { tagOf } from './target.ts';
import { writeTarget } from './write-target.server.ts';

export async function applyTabular(w: Write, run: ImportRun, declared: Tabular): Promise<Record<string, number>> {
  // Nobody has counted the rows just staged: taken for a handful, they would be compared each with each.
  await sql`set local enable_nestloop = off`.execute(w.db);
  const counts = await applyRows(w, run, declared);
  await sql`set local enable_nestloop = on`.execute(w.db);
  return counts;
}

async function applyRows(w: Write, run: ImportRun, declared: Tabular): Promise<Record<string, number>> {
  let refused = 0;
  if (declared.targets.some((target) => target.house)) refused += await refuseHouses(w, run, declared);
  if (declared.targets.some((target) => target.company)) refused += await refuseCompanies(w, run, declared);
  const facts = await declared.fileFacts?.(w, run.id);
  let added = 0;
  let changed = 0;
  let ended = 0;
  for (const target of declared.targets) {
    const written = await writeTarget(w, run, target, facts ?? { factor: 1, set: {} });
    added += written.added;
    changed += written.changed;
    if (target.snapshot) ended += await endMissing(w, run, target);
  }
  return { factsNew: added, factsChanged: changed, ...(ended > 0 && { factsEnded: ended }), refused };
}

async function refuseHouses(w: Write, run: ImportRun, declared: Tabular): Promise<number> {
  await findHouses(w, run, declared.joins);
  const targets = declared.targets.filter((target) => target.house).map(tagOf);
  const column = declared.joins.houseGuid ?? declared.joins.mkdCode ?? declared.joins.address;
  return refuse(w, run, targets, column?.name ?? '', 'house');
}

async function refuseCompanies(w: Write, run: ImportRun, declared: Tabular): Promise<number> {
  await findCompanies(w, run, declared.joins);
  const targets = declared.targets.filter((target) => target.company).map(tagOf);
  const column = declared.joins.ogrn ?? declared.joins.inn;
  return refuse(w, run, targets, column?.name ?? '', 'company');
}

async function refuse(
  w: Write,
  run: ImportRun,
  targets: readonly string[],
  field: string,
  what: 'house' | 'company',
): Promise<number> {
  const kept = await sql<{ count: number }>`
    with gone as (
      delete from stage_tabular where import_id = ${run.id} and target = any(${[...targets]}::text[]) and ${sql.id(`${what}_id`)} is null returning *
    ), kept as (
      insert into import_failed_row (id, import_id, line, field, reason, raw)
      select distinct on (line) failed_id::uuid, import_id::uuid, line::int, ${field}, ${`unknown-${what}`}, raw from gone order by line
      returning id
    )
    select count(*) as count from kept`.execute(w.db);
  return Number(kept.rows[0]?.count ?? 0);
}
