// npm run db:types: migrates an empty throw-away database, then writes a missing modules/<m>/db.ts and checks the others against it.
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { testConfig } from '@zhkh/kernel/config.server';
import { bootstrap, openOwnerAccess, provisionRegion, recordRegion } from '@zhkh/kernel/tenancy.server';
import { freePort } from '../local/ports.server.ts';
import { startPostgres } from '../local/start-postgres.server.ts';
import type { CommandInput } from './command.ts';
import { type Column, differences, renderDb } from './table-types.ts';

const CREATED = /create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?"?([a-z_]+)"?/gi;
const MOVED = /^-- moves: ([a-z_]+) → ([a-z-]+)$/gm;

const SAMPLE = {
  slug: 'sample',
  name: 'Образец',
  nameEn: 'Sample',
  subjectCode: '00',
  timeZone: 'UTC',
  brand: { hue: 0, chroma: 0, logoFileKey: null },
  hosts: ['sample.localhost'],
  plan: 'region',
};

export default async function dbTypes({ root }: CommandInput): Promise<number> {
  const columns = await migratedColumns();
  const owners = ownersOf(root);
  const problems: string[] = [];
  for (const owner of modulesOf(root)) {
    const own = columns.filter((c) => owners.get(c.table) === owner);
    const folder = path.join(root, 'modules', owner);
    const file = path.join(folder, 'db.ts');
    if (own.length === 0) continue;
    if (existsSync(file)) problems.push(...differences(typesIn(folder), own).map((line) => `modules/${owner}/db.ts: ${line}`));
    else writeFileSync(file, renderDb(owner, own));
  }
  process.stdout.write(
    problems.length === 0
      ? '✔ table types agree with the migrated database\n'
      : `${problems.join('\n')}\n✘ ${problems.length} differences\n`,
  );
  return problems.length === 0 ? 0 : 1;
}

/** `db.ts` and the parts it may be split into. */
function typesIn(folder: string): string {
  const files = readdirSync(folder).filter((name) => /^db(-\w+)?\.ts$/.test(name));
  return files.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n');
}

function modulesOf(root: string): string[] {
  const folder = path.join(root, 'migrations/tenant');
  return readdirSync(folder).filter((name) => name !== 'kernel' && existsSync(path.join(root, 'modules', name)));
}

/** Table → the module whose migrations create it, unless a `-- moves: table → module` gives it away. */
function ownersOf(root: string): Map<string, string> {
  const texts = modulesOf(root).map((owner) => [owner, migrationsOf(root, owner)] as const);
  const created = texts.flatMap(([owner, text]) => [...text.matchAll(CREATED)].map(([, table = '']) => [table, owner] as const));
  const moved = texts.flatMap(([, text]) => [...text.matchAll(MOVED)].map(([, table = '', to = '']) => [table, to] as const));
  return new Map([...created, ...moved]);
}

function migrationsOf(root: string, owner: string): string {
  const folder = path.join(root, 'migrations/tenant', owner);
  return readdirSync(folder)
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
}

async function migratedColumns(): Promise<Column[]> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'zhkh-types-'));
  chmodSync(home, 0o755);
  const server = await startPostgres({ home, port: await freePort(), throwAway: true });
  try {
    const config = testConfig({ databaseUrl: server.controlUrl, databaseOwnerUrl: server.ownerUrl, dataDir: home });
    const access = openOwnerAccess(config);
    await bootstrap(access, config);
    await recordRegion(access, config, SAMPLE);
    await provisionRegion(access, config, SAMPLE.slug);
    await access.close();
    return await readColumns(server.superuserUrl);
  } finally {
    await server.stop();
  }
}

async function readColumns(url: string): Promise<Column[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await sql<Column[]>`
      select c.table_name as table, c.column_name as name, c.udt_name as type, c.is_nullable = 'YES' as nullable,
        c.column_default is not null or c.is_generated = 'ALWAYS' as defaulted
      from information_schema.columns c join platform.tenant t on t.schema_name = c.table_schema
        join pg_class k on k.relname = c.table_name and k.relnamespace = c.table_schema::regnamespace
      -- Staging tables (unlogged) are read by the connectors' own SQL.
      where k.relpersistence = 'p' and k.relkind in ('r', 'p')
      order by c.table_name, c.ordinal_position`;
  } finally {
    await sql.end({ timeout: 2 });
  }
}
