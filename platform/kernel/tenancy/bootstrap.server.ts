// Prepares an empty database: owner, migrator, control plane and queue logins, extensions, no PUBLIC rights.
import { runMigrations } from 'bullmq';
import pg from 'pg';
import type { Config } from '../config/config.ts';
import { addressOf } from '../db/address.ts';
import { type AdminSql, ident, literal } from '../db/admin.server.ts';
import { applyMigrations, missingFrom, readHistory } from '../db/migrate/apply-migrations.server.ts';
import { readPlatformMigrations } from '../db/migrate/read-migrations.server.ts';
import { controlLogin, derivedLogin, migratorRole, ownerRole, queueRole } from './names.ts';
import type { OwnerAccess } from './owner-access.server.ts';
import { ensureLogin, grantSchema } from './roles.server.ts';

const EXTENSIONS = ['pg_trgm', 'btree_gist', 'unaccent'];
const TIMEOUTS = { statement_timeout: "'15s'", lock_timeout: "'5s'", idle_in_transaction_session_timeout: "'15s'" };

async function makeOwner(owner: AdminSql, config: Config): Promise<void> {
  const role = ident(ownerRole(config));
  const [found] = await owner`select 1 from pg_roles where rolname = ${ownerRole(config)}`;
  if (!found) await owner.unsafe(`CREATE ROLE ${role} NOLOGIN NOINHERIT`);
  const login = derivedLogin(config, migratorRole(config));
  await ensureLogin(owner, login, { search_path: "''" }, 20);
  await owner.unsafe(`GRANT ${role} TO ${ident(login.role)}`);
  await owner.unsafe(`ALTER ROLE ${ident(login.role)} SET role = ${literal(ownerRole(config))}`);
}

async function closeTheDoors(owner: AdminSql, config: Config): Promise<void> {
  const [at] = await owner`select current_database() as name`;
  const database = ident(String(at?.['name']));
  await owner.unsafe(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await owner.unsafe(`GRANT CREATE ON DATABASE ${database} TO ${ident(ownerRole(config))}`);
  await owner.unsafe('REVOKE ALL ON SCHEMA public FROM PUBLIC');
  await owner.unsafe('CREATE SCHEMA IF NOT EXISTS extensions');
  await owner.unsafe('REVOKE ALL ON SCHEMA extensions FROM PUBLIC');
  await owner.unsafe(`GRANT USAGE ON SCHEMA extensions TO ${ident(ownerRole(config))}`);
  for (const name of EXTENSIONS) await owner.unsafe(`CREATE EXTENSION IF NOT EXISTS ${name} SCHEMA extensions`);
}

async function makeControlPlane({ owner, migrator }: OwnerAccess, config: Config): Promise<void> {
  const login = controlLogin(config);
  const [me] = await owner`select current_user as name`;
  if (me?.['name'] === login.role)
    throw new Error('DATABASE_URL must name a login of its own, not the owner of DATABASE_OWNER_URL');
  await ensureLogin(owner, login, { search_path: 'platform, extensions', ...TIMEOUTS }, 100);
  // What PUBLIC would get by default on everything the owner makes later, in any schema.
  await migrator.unsafe('ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC');
  await migrator.unsafe('ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC');
  await migrator.unsafe('CREATE SCHEMA IF NOT EXISTS platform');
  await grantSchema(migrator, 'platform', login.role);
  await owner.unsafe(`GRANT USAGE ON SCHEMA extensions TO ${ident(login.role)}`);
  const missing = missingFrom(await readHistory(migrator, 'platform'), readPlatformMigrations());
  await applyMigrations(migrator, { schema: 'platform', role: login.role }, missing);
}

async function makeQueue({ owner, migrator }: OwnerAccess, config: Config): Promise<void> {
  const login = derivedLogin(config, queueRole(config));
  await ensureLogin(owner, login, { search_path: 'bullmq' }, 100);
  await migrator.unsafe('CREATE SCHEMA IF NOT EXISTS bullmq');
  await grantSchema(migrator, 'bullmq', login.role);
  // BullMQ makes a sequence per queue when the queue is first used.
  await migrator.unsafe(`GRANT CREATE ON SCHEMA bullmq TO ${ident(login.role)}`);
  await migrateQueue(config);
}

async function migrateQueue(config: Config): Promise<void> {
  const { host, port, database, ssl } = addressOf(config.database.ownerUrl ?? config.database.url);
  const { role: user, password } = derivedLogin(config, migratorRole(config));
  const client = new pg.Client({
    host,
    port,
    database,
    user,
    password,
    ssl: ssl === 'require',
    options: '-c search_path=bullmq',
  });
  await client.connect();
  try {
    await runMigrations(client as never);
  } finally {
    await client.end();
  }
}

/** One process at a time: the others wait and find the work done. The lock goes with the connection. */
export async function bootstrap(access: OwnerAccess, config: Config): Promise<void> {
  await access.owner`select pg_advisory_lock(hashtext('bootstrap'))`;
  try {
    await makeOwner(access.owner, config);
    await closeTheDoors(access.owner, config);
    await makeControlPlane(access, config);
    if (config.redisUrl === null) await makeQueue(access, config);
  } finally {
    await access.owner`select pg_advisory_unlock(hashtext('bootstrap'))`;
  }
}
