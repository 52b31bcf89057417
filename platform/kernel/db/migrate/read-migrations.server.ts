// Reads the migrations folder: which files there are, in which order, and what each says.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { splitStatements } from './split-statements.ts';

export interface Migration {
  /** `kernel/20261122T1000_kernel`; for the control plane `platform/…`. */
  name: string;
  module: string;
  checksum: string;
  statements: readonly string[];
  /** Tables whose rows may only be added: marked by `-- append-only: table`. */
  appendOnly: readonly string[];
}

export const migrationsFolder = path.resolve(import.meta.dirname, '../../../../migrations');

const FILE = /^\d{8}T\d{4}_[a-z0-9_-]+\.sql$/;

function readMigration(file: string, module: string): Migration {
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const base = path.basename(file);
  if (!FILE.test(base)) throw new Error(`A migration is named <yyyymmddThhmm>_<name>.sql, not ${module}/${base}`);
  return {
    name: `${module}/${base.slice(0, -4)}`,
    module,
    checksum: createHash('sha256').update(text).digest('hex'),
    statements: splitStatements(text),
    appendOnly: [...text.matchAll(/^-- append-only: (\w+)$/gm)].map((match) => match[1] ?? ''),
  };
}

const sqlFiles = (folder: string) => readdirSync(folder).filter((file) => file.endsWith('.sql'));

/** By timestamp over all modules, the module's name breaking ties. */
function inOrder(migrations: Migration[]): Migration[] {
  const key = (m: Migration) => `${m.name.slice(m.module.length + 1)} ${m.module}`;
  return migrations.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

export function readTenantMigrations(folder = migrationsFolder): Migration[] {
  const root = path.join(folder, 'tenant');
  const modules = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return inOrder(
    modules.flatMap(({ name }) =>
      sqlFiles(path.join(root, name)).map((file) => readMigration(path.join(root, name, file), name)),
    ),
  );
}

export function readPlatformMigrations(folder = migrationsFolder): Migration[] {
  const root = path.join(folder, 'platform');
  return inOrder(sqlFiles(root).map((file) => readMigration(path.join(root, file), 'platform')));
}

/** One text for the whole set: a region whose digest differs is a straggler. */
export function digestOf(migrations: readonly { name: string; checksum: string }[]): string {
  const hash = createHash('sha256');
  for (const line of migrations.map((m) => `${m.name} ${m.checksum}`).sort()) hash.update(`${line}\n`);
  return hash.digest('hex');
}
