// The two powerful connections: `owner` makes roles, `migrator` makes schemas and tables.
// For CLI and worker, never a web process.
import type { Config } from '../config/config.ts';
import { type AdminSql, openAdmin } from '../db/admin.server.ts';
import { derivedLogin, migratorRole } from './names.ts';

export interface OwnerAccess {
  /** May create roles. */
  owner: AdminSql;
  /** Works as the role that owns every schema. */
  migrator: AdminSql;
  close(): Promise<void>;
}

export function openOwnerAccess(config: Config, parallel = 4): OwnerAccess {
  const url = config.database.ownerUrl;
  if (!url) throw new Error('DATABASE_OWNER_URL is not set: this command makes roles and schemas');
  const owner = openAdmin(url);
  const migrator = openAdmin(url, { login: derivedLogin(config, migratorRole(config)), max: parallel });
  return {
    owner,
    migrator,
    async close() {
      await Promise.all([owner.end({ timeout: 2 }), migrator.end({ timeout: 2 })]);
    },
  };
}
