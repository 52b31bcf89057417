// A complete Config without any environment: tests, drills and benches start from it and replace what they need.
import path from 'node:path';
import type { Config } from './config.ts';
import { deriveSecrets } from './derive-secrets.server.ts';

export type ConfigOverrides = Omit<Partial<Config>, 'database'> & { database?: Partial<Config['database']> };

/** Mode `test` unless told otherwise. The secret is fixed and worthless: nothing outside tests may be opened with it. */
export function testConfig(
  overrides: ConfigOverrides & { databaseUrl: string; databaseOwnerUrl?: string; dataDir: string },
): Config {
  const { databaseUrl, databaseOwnerUrl, dataDir, database, ...rest } = overrides;
  return {
    mode: 'test',
    installation: 'zhkh',
    dataDir,
    filesDir: path.join(dataDir, 'files'),
    publicScheme: 'http',
    trustProxyHops: 0,
    secrets: deriveSecrets('a secret that only tests use, of no worth'),
    apps: {
      portal: { port: 3000, host: 'localhost:3000' },
      partner: { port: 3001, host: 'localhost:3001' },
      superadmin: { port: 3002, host: 'localhost:3002' },
      worker: { port: 3004 },
    },
    redisUrl: null,
    mail: { url: 'smtp://127.0.0.1:3025', from: 'Цифровое ЖКХ <noreply@localhost>' },
    sms: { url: 'http://127.0.0.1:3003/sms', token: null, sender: 'ZHKH' },
    unleash: null,
    connections: {},
    allowLoopbackServices: true,
    log: { level: 'silent' },
    ...rest,
    database: {
      url: databaseUrl,
      ownerUrl: databaseOwnerUrl ?? null,
      poolPerRegion: 4,
      poolPerProcess: 20,
      waitMs: 2000,
      ...database,
    },
  };
}
