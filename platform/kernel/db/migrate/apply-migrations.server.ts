// Migrates one schema: a transaction a migration, a statement a message, the row of history inside it.
import { setTimeout as sleep } from 'node:timers/promises';
import { type AdminSql, ident } from '../admin.server.ts';
import type { Migration } from './read-migrations.server.ts';

export interface Target {
  schema: string;
  /** The login that works with the schema; append-only tables are taken out of its hands. */
  role: string;
}

export interface Applied {
  name: string;
  checksum: string;
}

const HISTORY = `CREATE TABLE IF NOT EXISTS migration_history (
  name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL, duration_ms integer NOT NULL)`;

export async function readHistory(sql: AdminSql, schema: string): Promise<Applied[]> {
  const [found] = await sql`select to_regclass(${`${ident(schema)}.migration_history`}) is not null as there`;
  if (!found?.['there']) return [];
  return await sql<Applied[]>`select name, checksum from ${sql(schema)}.migration_history order by name`;
}

/** Which migrations are missing; refuses when an applied file has been changed since. */
export function missingFrom(applied: readonly Applied[], migrations: readonly Migration[]): Migration[] {
  const checksums = new Map(applied.map((row) => [row.name, row.checksum]));
  const changed = migrations.filter((m) => checksums.has(m.name) && checksums.get(m.name) !== m.checksum);
  if (changed.length > 0) throw new Error(`Applied migrations were changed: ${changed.map((m) => m.name).join(', ')}`);
  return migrations.filter((m) => !checksums.has(m.name));
}

async function applyOne(sql: AdminSql, target: Target, migration: Migration): Promise<void> {
  const started = performance.now();
  await sql.begin(async (tx) => {
    await tx`set local lock_timeout = '3s'`;
    await tx`set local statement_timeout = '10min'`;
    await tx`select set_config('search_path', ${`${ident(target.schema)}, extensions`}, true)`;
    // Two migrators at once: the second waits here and finds the work done.
    await tx`select pg_advisory_xact_lock(hashtext(${`migrate ${target.schema}`}))`;
    await tx.unsafe(HISTORY);
    const [done] = await tx`select 1 from migration_history where name = ${migration.name}`;
    if (done) return;
    for (const statement of migration.statements) await runStatement(tx, migration, statement);
    for (const table of migration.appendOnly) {
      await tx.unsafe(`REVOKE UPDATE, DELETE, TRUNCATE ON ${ident(table)} FROM ${ident(target.role)}`);
    }
    await tx`insert into migration_history (name, checksum, applied_at, duration_ms)
      values (${migration.name}, ${migration.checksum}, now(), ${Math.round(performance.now() - started)})`;
  });
}

async function runStatement(tx: Pick<AdminSql, 'unsafe'>, migration: Migration, statement: string): Promise<void> {
  try {
    await tx.unsafe(statement);
  } catch (error) {
    const line = statement.split('\n').find((text) => !text.startsWith('--')) ?? '';
    throw new Error(`${migration.name}: ${(error as Error).message} in «${line.slice(0, 80)}»`, { cause: error });
  }
}

const LOCK_NOT_AVAILABLE = '55P03';

function isLockTimeout(error: unknown): boolean {
  const codes = [error, (error as Error).cause].map((one) => (one as { code?: string } | undefined)?.code);
  return codes.includes(LOCK_NOT_AVAILABLE);
}

/** Applies what is missing, in order. A busy table is tried again a few times; the transaction of a failed file leaves nothing. */
export async function applyMigrations(sql: AdminSql, target: Target, missing: readonly Migration[]): Promise<number> {
  for (const migration of missing) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await applyOne(sql, target, migration);
        break;
      } catch (error) {
        if (!isLockTimeout(error) || attempt >= 5) throw error;
        await sleep(200 * 2 ** attempt);
      }
    }
  }
  // History belongs to the migrator; the region only reads it.
  if (missing.length > 0) {
    const history = `${ident(target.schema)}.migration_history`;
    await sql.unsafe(`REVOKE ALL ON ${history} FROM ${ident(target.role)}`);
    await sql.unsafe(`GRANT SELECT ON ${history} TO ${ident(target.role)}`);
  }
  return missing.length;
}
