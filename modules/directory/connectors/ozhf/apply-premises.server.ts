// Premises of a dump, by their GUID or number within the house.
import type { Write } from '@zhkh/platform/module.server';
import { sql } from 'kysely';
import type { ImportRun } from '../frame/connector.ts';

export async function applyPremises(w: Write, run: ImportRun): Promise<Record<string, number>> {
  const written = await sql<{ written: number; added: number }>`
    with written as (
      insert into premises (id, house_id, source_key, number, room, kind, cadastral, gis_guid, gis_room_guid, import_id, import_line)
      select distinct on (house.id, stage.source_key) stage.premises_id::uuid, house.id, stage.source_key, stage.number, stage.room, stage.kind,
        stage.cadastral, stage.gis_guid::uuid, stage.gis_room_guid::uuid, stage.import_id::uuid, stage.line::int
      from stage_premises stage join house on house.source_key = stage.house_key
      where stage.import_id = ${run.id}
      order by house.id, stage.source_key, stage.line::int
      on conflict (house_id, source_key) do update set number = excluded.number, room = excluded.room, kind = excluded.kind, cadastral = excluded.cadastral,
        import_id = excluded.import_id, import_line = excluded.import_line
      where (premises.number, premises.room, premises.kind, premises.cadastral) is distinct from (excluded.number, excluded.room, excluded.kind, excluded.cadastral)
      returning premises.xmax = 0 as is_new
    )
    select count(*) as written, count(*) filter (where is_new) as added from written`.execute(w.db);
  const row = written.rows[0];
  return { premisesNew: row?.added ?? 0, premisesChanged: (row?.written ?? 0) - (row?.added ?? 0) };
}
