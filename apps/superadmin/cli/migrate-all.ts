// Brings the database to the files: bootstrap, control plane, queue, plans, then every region side by side.
import type { Config } from '@zhkh/kernel/config.server';
import { bootstrap, migrateAllRegions, offerModules, openOwnerAccess, type OwnerAccess } from '@zhkh/kernel/tenancy.server';
import { installed } from '../../../modules/installed.server.ts';

/** Returns how many regions could not be migrated; each is named with its reason. */
export async function migrateAll(config: Config, say: (line: string) => void): Promise<number> {
  const access = openOwnerAccess(config);
  try {
    await bootstrap(access, config);
    await offerModules(access, installed);
    return await migrateRegions(access, say);
  } finally {
    await access.close();
  }
}

async function migrateRegions(access: OwnerAccess, say: (line: string) => void): Promise<number> {
  const reports = await migrateAllRegions(access);
  for (const { slug, applied, error } of reports) {
    if (error) say(`${slug}: FAILED ${error}`);
    else if (applied > 0) say(`${slug}: ${applied} migrations applied`);
  }
  const failed = reports.filter((report) => report.error !== null);
  if (failed.length === 0) say(`database is up to date: ${reports.length} regions`);
  return failed.length;
}
