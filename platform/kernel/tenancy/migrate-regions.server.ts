// Migrates many regions: the plan is made once, regions go side by side, a failed one does not stop the others.
import type { AdminSql } from '../db/admin.server.ts';
import { type Applied, applyMigrations, missingFrom } from '../db/migrate/apply-migrations.server.ts';
import { digestOf, type Migration } from '../db/migrate/read-migrations.server.ts';
import type { RegionPlace } from './region-schema.server.ts';

export interface RegionToMigrate extends RegionPlace {
  id: string;
  slug: string;
}

export interface MigrationReport {
  slug: string;
  applied: number;
  error: string | null;
}

/** Histories of all regions by one query: a start-up with nothing to do costs one round trip. */
export async function readHistories(sql: AdminSql, regions: readonly RegionPlace[]): Promise<Map<string, Applied[]>> {
  const histories = new Map<string, Applied[]>(regions.map((region) => [region.schema, []]));
  const schemas = regions.map((region) => region.schema);
  const present = await sql<{ schema: string }[]>`
    select schemaname as schema from pg_tables where tablename = 'migration_history' and schemaname = any(${schemas})`;
  if (present.length === 0) return histories;
  const parts = present.map(
    ({ schema }) => sql`select ${schema}::text as schema, name, checksum from ${sql(schema)}.migration_history`,
  );
  const all = parts.reduce((query, part) => sql`${query} union all ${part}`);
  for (const row of await sql<(Applied & { schema: string })[]>`${all}`) histories.get(row.schema)?.push(row);
  return histories;
}

async function migrateOne(sql: AdminSql, region: RegionToMigrate, applied: readonly Applied[], migrations: readonly Migration[]) {
  const count = await applyMigrations(sql, region, missingFrom(applied, migrations));
  await sql`update platform.tenant set schema_digest = ${digestOf(migrations)} where id = ${region.id} and schema_digest is distinct from ${digestOf(migrations)}`;
  return count;
}

export async function migrateRegions(
  sql: AdminSql,
  regions: readonly RegionToMigrate[],
  migrations: readonly Migration[],
  parallel = 4,
): Promise<MigrationReport[]> {
  const histories = await readHistories(sql, regions);
  const queue = [...regions];
  const reports: MigrationReport[] = [];
  const worker = async () => {
    for (let region = queue.shift(); region; region = queue.shift()) {
      try {
        const applied = await migrateOne(sql, region, histories.get(region.schema) ?? [], migrations);
        reports.push({ slug: region.slug, applied, error: null });
      } catch (error) {
        reports.push({ slug: region.slug, applied: 0, error: (error as Error).message });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(parallel, regions.length) }, worker));
  return reports.sort((a, b) => (a.slug < b.slug ? -1 : 1));
}
