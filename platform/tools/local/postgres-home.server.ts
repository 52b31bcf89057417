// Where an embedded cluster keeps its data, which port and passwords it has: recorded in `postgres.json` of its home folder.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Account, canReach } from './account.server.ts';
import { sharedFolder } from './postgres-binaries.server.ts';

export interface PostgresHome {
  /** Folder of record (`.data`): survives restarts, belongs to whoever runs the project. */
  home: string;
  /** PostgreSQL's own folder: inside `home`, or elsewhere when its account cannot enter `home`. */
  dataDir: string;
  port: number;
  superuserPassword: string;
  ownerPassword: string;
  controlPassword: string;
}

type Stored = Omit<PostgresHome, 'home' | 'dataDir'> & { dataDir: string | null };

export function readHome(home: string): PostgresHome | null {
  const file = path.join(home, 'postgres.json');
  if (!existsSync(file)) return null;
  const stored = JSON.parse(readFileSync(file, 'utf8')) as Stored;
  return { ...stored, home, dataDir: stored.dataDir ?? path.join(home, 'postgres') };
}

export function openHome(home: string, account: Account | null, port: number): PostgresHome {
  mkdirSync(home, { recursive: true });
  const known = readHome(home);
  if (known && canReachParent(account, known.dataDir)) return known;
  const password = () => randomBytes(18).toString('base64url');
  const fresh: PostgresHome = {
    home,
    dataDir: dataPlace(home, account),
    port,
    superuserPassword: password(),
    ownerPassword: password(),
    controlPassword: password(),
  };
  saveHome(fresh);
  return fresh;
}

export function saveHome(record: PostgresHome): void {
  const file = path.join(record.home, 'postgres.json');
  const { home, dataDir, ...rest } = record;
  // A folder inside the home moves with it, so it is not written down.
  const stored: Stored = { ...rest, dataDir: dataDir === path.join(home, 'postgres') ? null : dataDir };
  writeFileSync(`${file}.new`, `${JSON.stringify(stored, null, 2)}\n`, { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
}

function canReachParent(account: Account | null, dataDir: string): boolean {
  return existsSync(path.dirname(dataDir)) && canReach(account, path.dirname(dataDir));
}

function dataPlace(home: string, account: Account | null): string {
  if (canReach(account, home)) return path.join(home, 'postgres');
  const folder = path.join(sharedFolder(), `data-${randomBytes(6).toString('hex')}`);
  mkdirSync(folder, { mode: 0o755 });
  writeFileSync(path.join(folder, 'home'), `${home}\n`);
  return path.join(folder, 'postgres');
}
