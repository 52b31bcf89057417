// Rows as CSV (RFC 4180, UTF-8 with a byte order mark, comma), JSON and GeoJSON (RFC 7946), piece by piece.
import { csvPieces } from '@zhkh/kernel/export.server';
import { fieldsOfSet, type Format, type OpenRow, type SetName, type Value } from '../domain/open-data.ts';

type Batches = AsyncIterable<readonly OpenRow[]>;

export interface Head {
  set: SetName;
  /** ISO time of the newest change in the set. */
  updated: string;
}

export const contentTypes: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
};

export const writers: Record<Format, (head: Head, batches: Batches) => AsyncGenerator<string>> = {
  csv: asCsv,
  json: asJson,
  geojson: asGeoJson,
};

function asCsv({ set }: Head, batches: Batches): AsyncGenerator<string> {
  const head = fieldsOfSet[set].map((field) => field.name);
  const cells = async function* () {
    for await (const rows of batches) yield rows.map((row) => head.map((name) => cell(row[name] ?? null)));
  };
  return csvPieces({ head, batches: cells() }, 'machine');
}

const cell = (value: Value) => (typeof value === 'boolean' ? String(value) : value);

async function* asJson({ set, updated }: Head, batches: Batches): AsyncGenerator<string> {
  const names = fieldsOfSet[set].map((field) => field.name);
  const head = JSON.stringify({ set, updated });
  yield `${head.slice(0, -1)},"items":[`;
  yield* listed(batches, (row) => JSON.stringify(row, names));
  yield ']}\n';
}

async function* asGeoJson({ set, updated }: Head, batches: Batches): AsyncGenerator<string> {
  const names = fieldsOfSet[set].map((field) => field.name).filter((name) => !['id', 'lat', 'lon'].includes(name));
  yield `{"type":"FeatureCollection","set":"${set}","updated":"${updated}","features":[`;
  yield* listed(batches, (row) => {
    const properties = Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
    return JSON.stringify({ type: 'Feature', id: row.id, geometry: geometryOf(row), properties });
  });
  yield ']}\n';
}

/** Longitude first. A company has no place of its own: it stands where its houses are. */
function geometryOf(row: OpenRow) {
  if (typeof row.points === 'string') return { type: 'MultiPoint', coordinates: JSON.parse(row.points) as [number, number][] };
  if (typeof row.lat !== 'number' || typeof row.lon !== 'number') return null;
  return { type: 'Point', coordinates: [row.lon, row.lat] };
}

async function* listed(batches: Batches, text: (row: OpenRow) => string): AsyncGenerator<string> {
  let any = false;
  for await (const rows of batches) {
    if (rows.length === 0) continue;
    yield (any ? ',\n' : '\n') + rows.map(text).join(',\n');
    any = true;
  }
}
