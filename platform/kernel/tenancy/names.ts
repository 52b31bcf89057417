// Names of roles and schemas.
// Roles belong to the whole cluster, so they carry the installation; schemas belong to a database.
import { createHmac } from 'node:crypto';
import type { Config } from '../config/config.ts';
import { loginOf } from '../db/address.ts';
import type { Login } from '../db/connection.server.ts';

const plain = (slug: string) => slug.replaceAll('-', '_');

export const schemaOf = (slug: string) => `region_${plain(slug)}`;
export const roleOf = (config: Config, slug: string) => `${config.installation}_region_${plain(slug)}`;
export const ownerRole = (config: Config) => `${config.installation}_owner`;
export const migratorRole = (config: Config) => `${config.installation}_migrator`;
export const queueRole = (config: Config) => `${config.installation}_queue`;

/** Never stored: the installation's secret and the role's name give the password again on every machine. */
export function derivedLogin(config: Config, role: string): Login {
  const password = createHmac('sha256', config.secrets.databaseLogins).update(`login ${role}`).digest('base64url');
  return { role, password };
}

/** The control plane's login is the one the database address names. */
export const controlLogin = (config: Config): Login => loginOf(config.database.url);
