// Premises of a dump, by their GUID or number within the house.
import type { Write } from '@zhkh/platform/module.server';
import { sql } from 'kysely';
import type { ImportRun } from '../frame/connector.ts';

export async function applyPremises(w: Write, run: ImportRun): Promise<Record<string, number>> {
  const any = await sql<{ one: number }>`select 1 as one from premises limit 1`.execute(w.db);
  if (any.rows.length === 0) {
    const first = await sql`${into} ${staged(run)} where stage.import_id = ${run.id} ${order}`.execute(w.db);
    return { premisesNew: Number(first.numAffectedRows ?? 0), premisesChanged: 0 };
  }
  const written = await sql<{ written: number; added: number }>`
    with written as (
      ${into} ${staged(run)}
      left join premises known on known.house_id = house.id and known.source_key = stage.source_key
      where stage.import_id = ${run.id} and (known.id is null or (known.number, known.room, known.kind, known.cadastral)
        is distinct from (stage.number, stage.room, stage.kind, stage.cadastral)) ${order}
      on conflict (house_id, source_key) do update set number = excluded.number, room = excluded.room, kind = excluded.kind,
        cadastral = excluded.cadastral, import_id = excluded.import_id, import_line = excluded.import_line
      returning (xmax = 0) as added
    )
    select count(*)::int as written, (count(*) filter (where added))::int as added from written`.execute(w.db);
  const { written: all = 0, added = 0 } = written.rows[0] ?? {};
  return { premisesNew: added, premisesChanged: all - added };
}

const into = sql`insert into premises (id, house_id, source_key, number, room, kind, cadastral, gis_guid, gis_room_guid, import_id, import_line)`;

const order = sql`order by house.id, stage.source_key, stage.line::int`;

const staged = (run: ImportRun) => sql`
  select distinct on (house.id, stage.source_key) stage.premises_id::uuid, house.id, stage.source_key, stage.number, stage.room, stage.kind,
    stage.cadastral, stage.gis_guid::uuid, stage.gis_room_guid::uuid, ${run.id}::uuid, stage.line::int
  from stage_premises stage join house on house.source_key = stage.house_key`;
