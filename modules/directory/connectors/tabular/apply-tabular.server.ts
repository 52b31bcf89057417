// Staged rows of a table file become facts: houses and companies found, strangers refused, every target written set by set.
import type { Context, Write } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import { type ImportRun, imports } from '@zhkh/imports';
import { endMissing } from './end-missing.server.ts';
import { findCompanies, findHouses } from './find-owners.server.ts';
import type { Tabular } from './tabular.server.ts';
import { tagOf } from './target.ts';
import { writeTarget } from './write-target.server.ts';

export async function applyTabular(ctx: Context, w: Write, run: ImportRun, declared: Tabular): Promise<Record<string, number>> {
  let refused = 0;
  if (declared.targets.some((target) => target.house)) refused += await refuseHouses(ctx, w, run, declared);
  if (declared.targets.some((target) => target.company)) refused += await refuseCompanies(ctx, w, run, declared);
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

async function refuseHouses(ctx: Context, w: Write, run: ImportRun, declared: Tabular): Promise<number> {
  await findHouses(w, run, declared.joins);
  const targets = declared.targets.filter((target) => target.house).map(tagOf);
  const column = declared.joins.houseGuid ?? declared.joins.mkdCode ?? declared.joins.address;
  return refuse(ctx, w, run, targets, column?.name ?? '', 'house');
}

async function refuseCompanies(ctx: Context, w: Write, run: ImportRun, declared: Tabular): Promise<number> {
  await findCompanies(w, run, declared.joins);
  const targets = declared.targets.filter((target) => target.company).map(tagOf);
  const column = declared.joins.ogrn ?? declared.joins.inn;
  return refuse(ctx, w, run, targets, column?.name ?? '', 'company');
}

function refuse(
  ctx: Context,
  w: Write,
  run: ImportRun,
  targets: readonly string[],
  field: string,
  what: 'house' | 'company',
): Promise<number> {
  const refused = sql`
    delete from stage_tabular where import_id = ${run.id} and target = any(${[...targets]}::text[]) and ${sql.id(`${what}_id`)} is null
    returning failed_id::uuid as id, line::int as line, ${field}::text as field, ${`unknown-${what}`}::text as reason, raw`;
  return ctx.service(imports).refuseRows(w, run.id, refused);
}
