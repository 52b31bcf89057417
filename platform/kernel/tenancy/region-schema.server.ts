// A region's login and schema: the login owns nothing and reaches its own schema only.
import type { Config } from '../config/config.ts';
import { ident } from '../db/admin.server.ts';
import { derivedLogin } from './names.ts';
import type { OwnerAccess } from './owner-access.server.ts';
import { ensureLogin, grantSchema } from './roles.server.ts';

export interface RegionPlace {
  schema: string;
  role: string;
}

/** All processes together; one process opens `poolPerRegion` of them. */
const CONNECTIONS_PER_REGION = 60;

export async function ensureRegionLogin(access: OwnerAccess, config: Config, place: RegionPlace): Promise<void> {
  const settings = {
    search_path: `${ident(place.schema)}, extensions`,
    statement_timeout: "'10s'",
    lock_timeout: "'3s'",
    idle_in_transaction_session_timeout: "'10s'",
  };
  await ensureLogin(access.owner, derivedLogin(config, place.role), settings, CONNECTIONS_PER_REGION);
  await access.owner.unsafe(`GRANT USAGE ON SCHEMA extensions TO ${ident(place.role)}`);
}

export async function ensureRegionSchema(access: OwnerAccess, place: RegionPlace): Promise<void> {
  await access.migrator.unsafe(`CREATE SCHEMA IF NOT EXISTS ${ident(place.schema)}`);
  await grantSchema(access.migrator, place.schema, place.role);
}
