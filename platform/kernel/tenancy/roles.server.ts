// Logins and what they may touch. Every statement is idempotent: a crashed run is simply run again.
import { type AdminSql, ident, literal } from '../db/admin.server.ts';
import type { Login } from '../db/connection.server.ts';

export const LOGIN_ATTRIBUTES = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOREPLICATION NOBYPASSRLS';

/** Settings of a login live on the role, never in the session: nobody has to remember them. */
export interface RoleSettings {
  search_path: string;
  statement_timeout: string;
  lock_timeout: string;
  idle_in_transaction_session_timeout: string;
}

export async function ensureLogin(owner: AdminSql, login: Login, settings: Partial<RoleSettings>, limit: number): Promise<void> {
  const role = ident(login.role);
  const [found] =
    await owner`select rolsuper or rolreplication or rolbypassrls as powerful from pg_roles where rolname = ${login.role}`;
  // Only a superuser may take these away, and a managed server has none for us.
  if (found?.['powerful']) throw new Error(`role ${login.role} exists and is more powerful than it may be`);
  if (!found) await owner.unsafe(`CREATE ROLE ${role} LOGIN ${LOGIN_ATTRIBUTES}`);
  await owner.unsafe(
    `ALTER ROLE ${role} WITH LOGIN NOCREATEDB NOCREATEROLE NOINHERIT CONNECTION LIMIT ${limit} PASSWORD ${literal(login.password)}`,
  );
  for (const [name, value] of Object.entries(settings)) await owner.unsafe(`ALTER ROLE ${role} SET ${name} = ${value}`);
  const [at] = await owner`select current_database() as name`;
  await owner.unsafe(`GRANT CONNECT ON DATABASE ${ident(String(at?.['name']))} TO ${role}`);
}

/** What a login may do in its own schema, now and with tables to come. Run as the owner of the schema. */
export async function grantSchema(migrator: AdminSql, schema: string, role: string): Promise<void> {
  const [inSchema, to] = [ident(schema), ident(role)];
  await migrator.unsafe(`REVOKE ALL ON SCHEMA ${inSchema} FROM PUBLIC`);
  await migrator.unsafe(`GRANT USAGE ON SCHEMA ${inSchema} TO ${to}`);
  const defaults = `ALTER DEFAULT PRIVILEGES IN SCHEMA ${inSchema} GRANT`;
  await migrator.unsafe(`${defaults} SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${to}`);
  await migrator.unsafe(`${defaults} USAGE, SELECT ON SEQUENCES TO ${to}`);
  await migrator.unsafe(`${defaults} EXECUTE ON FUNCTIONS TO ${to}`);
}
