// Premises of a dump, by their GUID or number within the house; of two rows of one key the first counts.
import type { Write } from '@zhkh/kernel/module.server';
import { type RawBuilder, sql } from 'kysely';
import { type ImportRun, refuseTwice } from '@zhkh/imports';
import { onceOrTwice } from '../once-or-twice.server.ts';

export interface PremisesWritten {
  added: number;
  changed: number;
  /** Houses whose flats are to be counted anew. */
  recount: readonly string[];
}

export async function applyPremises(w: Write, run: ImportRun): Promise<PremisesWritten> {
  const any = await sql<{ one: number }>`select 1 as one from premises limit 1`.execute(w.db);
  if (any.rows.length > 0) return applyDifferences(w, run);
  return onceOrTwice(w, async (twice) => {
    const first = await sql`insert into premises (${names}) ${staged(run, twice)}`.execute(w.db);
    return { added: Number(first.numAffectedRows ?? 0), changed: 0, recount: await notCounted(w, run, twice) };
  });
}

/** Flats of new houses were counted over staging (see applyHouses); that is not true of premises when rows of one key came twice. */
async function notCounted(w: Write, run: ImportRun, twice: boolean): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from house where ${twice} or flats is null or import_id is distinct from ${run.id}::uuid`.execute(w.db);
  return found.rows.map(({ id }) => id);
}

async function applyDifferences(w: Write, run: ImportRun): Promise<PremisesWritten> {
  const result = await sql<{ added: number; changed: number; recount: string[] | null; replaced: Buffer | null }>`
    with staged as materialized (${staged(run, true)}), differing as materialized (
      select staged.*, known.record_hash as was, known.id is not null as known, (known.number, known.kind) is distinct from (staged.number, staged.kind) as counts,
        ${differs(sql`known`, sql`staged`)} as changed
      from staged left join premises known on known.house_id = staged.house_id and known.source_key = staged.source_key
      where known.id is null or known.record_hash is distinct from staged.record_hash or ${differs(sql`known`, sql`staged`)}
    ), written as (
      insert into premises (${names}) select ${names} from differing
      on conflict (house_id, source_key) do update set number = excluded.number, room = excluded.room, kind = excluded.kind,
        cadastral = excluded.cadastral, record_hash = excluded.record_hash,
        import_id = case when ${differs(sql`premises`, sql`excluded`)} then excluded.import_id else premises.import_id end,
        import_line = case when ${differs(sql`premises`, sql`excluded`)} then excluded.import_line else premises.import_line end
    )
    select (count(*) filter (where not known))::int as added, (count(*) filter (where known and changed))::int as changed,
      array_agg(distinct house_id) filter (where counts) as recount, string_agg(int8send(was), ''::bytea) as replaced
    from differing`.execute(w.db);
  const { added = 0, changed = 0, recount, replaced = null } = result.rows[0] ?? {};
  refuseTwice(run, replaced);
  return { added, changed, recount: recount ?? [] };
}

const names = sql`id, house_id, source_key, number, room, kind, cadastral, gis_guid, gis_room_guid, import_id, import_line, record_hash`;

function differs(one: RawBuilder<unknown>, other: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(${one}.number, ${one}.room, ${one}.kind, ${one}.cadastral) is distinct from (${other}.number, ${other}.room, ${other}.kind, ${other}.cadastral)`;
}

const KEY = sql`coalesce(stage.gis_room_guid, stage.gis_guid, stage.source_key)`;

function staged(run: ImportRun, firstOnly: boolean): RawBuilder<unknown> {
  return sql`
    select ${firstOnly ? sql`distinct on (house.id, ${KEY})` : sql``} stage.premises_id::uuid as id, house.id as house_id, ${KEY} as source_key,
      stage.number, stage.room, stage.kind, stage.cadastral, stage.gis_guid::uuid, stage.gis_room_guid::uuid, ${run.id}::uuid as import_id,
      stage.line::int as import_line, stage.record_hash::bigint
    from stage_premises stage join house on house.source_key = stage.house_key
    where stage.import_id = ${run.id}
    ${firstOnly ? sql`order by house.id, ${KEY}, stage.line::int` : sql``}`;
}
