// Brings the database to the files: bootstrap, control plane, queue, then every region side by side.
import type { Config } from '@zhkh/kernel/config.server';
import { bootstrap, migrateAllRegions, type OwnerAccess } from '@zhkh/kernel/tenancy.server';

/** Returns how many regions could not be migrated; each is named with its reason. */
export async function migrateAll(access: OwnerAccess, config: Config, say: (line: string) => void): Promise<number> {
  await bootstrap(access, config);
  const reports = await migrateAllRegions(access);
  for (const { slug, applied, error } of reports) {
    if (error) say(`${slug}: FAILED ${error}`);
    else if (applied > 0) say(`${slug}: ${applied} migrations applied`);
  }
  const failed = reports.filter((report) => report.error !== null);
  if (failed.length === 0) say(`database is up to date: ${reports.length} regions`);
  return failed.length;
}
