// `npm run tenant` as a process of its own, on the database of the test.
import { execFile } from 'node:child_process';
import path from 'node:path';
import type { TwoRegions } from '@zhkh/tools/testing';

const cli = path.join(import.meta.dirname, '../../../apps/superadmin/cli/tenant.ts');

export interface CliAnswer {
  code: number;
  out: string;
  err: string;
}

export function tenantCli({ database, config }: TwoRegions, ...args: string[]): Promise<CliAnswer> {
  const env = {
    NODE_ENV: 'test' as const,
    MODE: 'test',
    SECRET_KEY: 'a secret that only tests use, of no worth',
    DATABASE_URL: database.controlUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATA_DIR: config.dataDir,
    SMTP_URL: config.mail.url,
    SMS_URL: config.sms.url,
    LOG_LEVEL: 'error',
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }),
    );
  });
}
