// Coordinates of houses: a CSV of house GUID, lat, lon, source. A pin an official moved is never moved back.
import { newId } from '@zhkh/kernel/db.server';
import { sql } from 'kysely';
import { type Connector, imports, type Mapped, type SourceRecord } from '@zhkh/imports';
import { isGuid } from '@zhkh/kernel/checks';

export const housePoints: Connector = {
  id: 'house-points',
  kind: 'csv',
  headerRow: 1,
  required: ['house_guid', 'lat', 'lon', 'source'],
  stage: { stage_point: ['failed_id', 'house_guid', 'lat', 'lon', 'source', 'raw'] },
  mapper: () => mapRow,
  async apply(ctx, w, run) {
    const unknown = sql`
      select stage.failed_id::uuid as id, stage.line::int as line, 'house_guid' as field, 'unknown-house' as reason, stage.raw
      from stage_point stage
      where stage.import_id = ${run.id}
        and not exists (select from house where house.gis_guid = stage.house_guid::uuid or house.fias_guids @> array[stage.house_guid::uuid])`;
    const refused = await ctx.service(imports).refuseRows(w, run.id, unknown);
    const moved = await sql<{ id: string }>`
      update house set lat = stage.lat::float8, lon = stage.lon::float8, point_source = stage.source, point_at = ${run.startedAt}::timestamptz,
        point_import_id = ${run.id}::uuid, point_import_line = stage.line::int
      from (select distinct on (house_guid) * from stage_point where import_id = ${run.id} order by house_guid, line::int desc) stage
      where (house.gis_guid = stage.house_guid::uuid or house.fias_guids @> array[stage.house_guid::uuid])
        and house.point_source is distinct from 'official'
        and (house.lat, house.lon, house.point_source) is distinct from (stage.lat::float8, stage.lon::float8, stage.source)
      returning house.id`.execute(w.db);
    return { pointsSet: moved.rows.length, refused };
  },
};

function mapRow(record: SourceRecord, _line: number, raw: () => string): Mapped {
  const guid = record('house_guid').toLowerCase();
  if (!isGuid(guid)) return { failed: { field: 'house_guid', reason: 'guid' } };
  const lat = degrees(record('lat'), 90);
  const lon = degrees(record('lon'), 180);
  if (lat === null || lon === null) return { failed: { field: lat === null ? 'lat' : 'lon', reason: 'value' } };
  return {
    stage: {
      stage_point: {
        failed_id: newId(),
        house_guid: guid,
        lat,
        lon,
        source: record('source') || 'file',
        raw: raw().slice(0, 500),
      },
    },
  };
}

function degrees(text: string, limit: number): string | null {
  const plain = text.replace(',', '.');
  if (!/^-?\d{1,3}(\.\d+)?$/.test(plain) || Math.abs(Number(plain)) > limit) return null;
  return String(Number(plain));
}
