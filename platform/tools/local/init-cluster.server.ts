// Makes a new cluster: ICU Russian order, UTF-8 character classes (pg_trgm sees no Cyrillic without them), passwords only.
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Account } from './account.server.ts';
import type { PostgresHome } from './postgres-home.server.ts';

const CTYPE: Partial<Record<NodeJS.Platform, string>> = { darwin: 'en_US.UTF-8', win32: 'en-US' };

/** Does nothing when the cluster is there. A cluster left half made by a kill is thrown away and made again. */
export function initCluster(
  binaries: string,
  { dataDir, superuserPassword }: PostgresHome,
  account: Account | null,
  throwAway: boolean,
): void {
  if (existsSync(path.join(dataDir, 'PG_VERSION'))) return;
  const aside = `${dataDir}.new`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  const secret = mkdtempSync(path.join(os.tmpdir(), 'zhkh-init-'));
  const passwordFile = path.join(secret, 'password');
  try {
    writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
    if (account) for (const place of [aside, secret, passwordFile]) chownSync(place, account.uid, account.gid);
    run(path.join(binaries, 'bin', 'initdb'), flags(aside, passwordFile, throwAway), account);
    renameSync(aside, dataDir);
  } finally {
    rmSync(secret, { recursive: true, force: true });
  }
}

function flags(dataDir: string, passwordFile: string, throwAway: boolean): string[] {
  return [
    `--pgdata=${dataDir}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=ru-RU',
    `--locale=${CTYPE[process.platform] ?? 'C.UTF-8'}`,
    ...(throwAway ? ['--no-sync'] : []),
  ];
}

function run(file: string, args: string[], account: Account | null): void {
  const ids = account ? { uid: account.uid, gid: account.gid } : {};
  const done = spawnSync(file, args, {
    ...ids,
    cwd: os.tmpdir(),
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', NODE_ENV: 'production' },
  });
  if (done.status !== 0) throw new Error(`initdb failed: ${done.error?.message ?? ''}${done.stderr}${done.stdout}`);
}
