// Integration tests: one throw-away cluster; its template database holds two regions, migrated and empty.
// Each test file copies it.
import { chmodSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { testConfig } from '@zhkh/kernel/config.server';
import { freePort } from '../local/ports.server.ts';
import { startPostgres } from '../local/start-postgres.server.ts';
import { bootstrap, openOwnerAccess, provisionRegion, recordRegion } from '@zhkh/kernel/tenancy.server';
import { CLUSTER_VARIABLE, type TestCluster } from './cluster.server.ts';
import { projectRoot } from './e2e.ts';
import { testRegions } from './regions.ts';

export default async function setUp(): Promise<() => Promise<void>> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'zhkh-test-'));
  chmodSync(home, 0o755);
  const postgres = await startPostgres({ home, port: await freePort(), throwAway: true });
  try {
    await fillTemplate(postgres, home);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  const cluster: TestCluster = {
    ownerUrl: postgres.ownerUrl,
    controlUrl: postgres.controlUrl,
    superuserUrl: postgres.superuserUrl,
  };
  process.env[CLUSTER_VARIABLE] = JSON.stringify(cluster);
  return () => postgres.stop();
}

async function fillTemplate({ controlUrl, ownerUrl }: { controlUrl: string; ownerUrl: string }, dataDir: string): Promise<void> {
  const config = testConfig({ databaseUrl: controlUrl, databaseOwnerUrl: ownerUrl, dataDir });
  const access = openOwnerAccess(config);
  try {
    await bootstrap(access, config);
    const modules = installedModules();
    for (const region of testRegions(modules)) {
      await recordRegion(access, config, region);
      await provisionRegion(access, config, region.slug);
    }
    // Whatever the plans say: a module is tested where it is on.
    await access.migrator`insert into platform.entitlement (tenant_id, module, source)
      select tenant.id, module, 'test' from platform.tenant cross join unnest(${modules}::text[]) as module`;
  } finally {
    await access.close();
  }
}

/** The platform may not import the modules: their folders tell their ids. */
function installedModules(): string[] {
  const folder = path.join(projectRoot, 'modules');
  return readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'module.server.ts')));
}
