// The ground of every integration test: a database of its own with two regions, a runtime over it, a clock that stands still,
// fakes of mail and SMS at the wire. Close it in afterAll.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Config, type ConfigOverrides, testConfig } from '@zhkh/kernel/config.server';
import { type Catcher, startCatcher } from '../local/catcher/start-catcher.server.ts';
import type { ModuleManifest } from '@zhkh/kernel/module.server';
import { createRegistry, type Registry } from '@zhkh/kernel/module.server';
import { createRuntime, type Runtime } from '@zhkh/kernel/runtime.server';
import type { Tenant } from '@zhkh/kernel/tenancy.server';
import { fixedClock } from '@zhkh/kernel/time';
import { copyTemplate, type TestDatabase } from './cluster.server.ts';
import type { RegionSlug } from './regions.ts';

export interface TwoRegions {
  config: Config;
  registry: Registry;
  runtime: Runtime;
  database: TestDatabase;
  /** Stands at 2026-03-02 10:00 Moscow time, a working Monday, until moved. */
  clock: ReturnType<typeof fixedClock>;
  /** What was sent: `catcher.store.list()`; how it misbehaves: `catcher.faults`. */
  catcher: Catcher;
  region(slug: RegionSlug): Tenant;
  close(): Promise<void>;
}

const MONDAY = new Date('2026-03-02T07:00:00Z');

export async function twoRegions(
  installed: readonly ModuleManifest[],
  overrides: Partial<ConfigOverrides> = {},
): Promise<TwoRegions> {
  const [database, catcher] = await Promise.all([copyTemplate(), startCatcher()]);
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'zhkh-files-'));
  const config = testConfig({
    databaseUrl: database.controlUrl,
    databaseOwnerUrl: database.ownerUrl,
    dataDir,
    mail: { url: catcher.smtpUrl, from: 'Цифровое ЖКХ <noreply@zhkh.test>' },
    sms: { url: catcher.smsUrl, token: null, sender: 'ZHKH' },
    ...overrides,
  });
  const registry = createRegistry(installed);
  const clock = fixedClock(MONDAY);
  const runtime = createRuntime({ config, registry, clock, name: 'test' });
  const regions = await runtime.tenants.list();
  return {
    config,
    registry,
    runtime,
    database,
    clock,
    catcher,
    region(slug) {
      const found = regions.find((tenant) => tenant.slug === slug);
      if (!found) throw new Error(`No region ${slug} in the test database`);
      return found;
    },
    async close() {
      await runtime.close();
      await Promise.all([catcher.stop(), database.drop()]);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
