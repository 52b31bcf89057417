// Starts a throw-away cluster with one empty region, for benchmarks and proofs of imports.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { testConfig } from '@zhkh/kernel/config.server';
import type { EmbeddedPostgres } from '@zhkh/tools/local.server';
import { createLogger } from '@zhkh/kernel/log.server';
import { type Context, createRegistry } from '@zhkh/kernel/module.server';
import { createRuntime } from '@zhkh/kernel/runtime.server';
import { bootstrap, openOwnerAccess, provisionRegion, recordRegion } from '@zhkh/kernel/tenancy.server';
import { installed } from '../../installed.server.ts';

/** Complaints and the rest would only add to what is measured. */
export const alwaysOn = installed.filter((module) => module.alwaysOn);

export const SCHEMA = 'region_tyumen';

export interface Ground {
  postgres: EmbeddedPostgres;
  /** Readable by the server's account as well. */
  folder: string;
  ctx: Context;
  close(): Promise<void>;
}

export type Addresses = Pick<Parameters<typeof testConfig>[0], 'databaseUrl' | 'databaseOwnerUrl' | 'dataDir'>;

/** Default durability: what is measured is what runs. */
export async function openGround(): Promise<Ground> {
  // Only who opens a cluster loads what starts it: it ends a test's process.
  const { freePort, startPostgres } = await import('@zhkh/tools/local.server');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zhkh-import-'));
  chmodSync(folder, 0o777);
  const home = path.join(folder, 'postgres');
  const postgres = await startPostgres({ home, port: await freePort() });
  const addresses = addressesOf(postgres, folder);
  const config = testConfig(addresses);
  const access = openOwnerAccess(config);
  try {
    await bootstrap(access, config);
    await recordRegion(access, config, {
      slug: 'tyumen',
      name: 'Тюменская область',
      nameEn: 'Tyumen Oblast',
      subjectCode: '72',
      timeZone: 'Asia/Yekaterinburg',
      brand: { hue: 250, chroma: 0.1, logoFileKey: null },
      hosts: ['tyumen.localhost:3000'],
      plan: 'region-plus',
      modules: alwaysOn.map((module) => module.id),
    });
    await provisionRegion(access, config, 'tyumen');
  } finally {
    await access.close();
  }
  const opened = await openContext(addresses);
  return {
    postgres,
    folder,
    ctx: opened.ctx,
    async close() {
      await opened.close();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function addressesOf(postgres: EmbeddedPostgres, dataDir: string): Addresses {
  return { databaseUrl: postgres.controlUrl, databaseOwnerUrl: postgres.ownerUrl, dataDir };
}

/** Another process opens the same region by these addresses. */
export async function openContext(addresses: Addresses): Promise<{ ctx: Context; close(): Promise<void> }> {
  const log = createLogger({ level: 'warn', name: 'import' });
  const runtime = createRuntime({ config: testConfig(addresses), registry: createRegistry(alwaysOn), name: 'import', log });
  const tenant = await runtime.tenants.bySlug('tyumen');
  if (!tenant) throw new Error('no region');
  return { ctx: await runtime.systemContext(tenant), close: () => runtime.close() };
}
