// Makes a new module known to npm without npm: entries of the lock file, marker of what is installed.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface Manifest {
  name: string;
  version?: string;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

interface LockEntry extends Omit<Manifest, 'name'> {
  name?: string;
  resolved?: string;
  link?: boolean;
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as unknown;
const sorted = <T>(map: Record<string, T>) =>
  Object.fromEntries(Object.entries(map).sort(([a], [b]) => a.localeCompare(b, 'en')));

/** The new workspace needs nothing that is not installed, so the lock file gets its entries and nothing else changes. */
export function addToLock(root: string, id: string): void {
  const file = path.join(root, 'package-lock.json');
  const lock = read(file) as { packages: Record<string, LockEntry> };
  const { name, version, dependencies, peerDependencies } = read(path.join(root, 'modules', id, 'package.json')) as Manifest;
  const packages = {
    ...lock.packages,
    [`modules/${id}`]: { name, version, dependencies, peerDependencies },
    [`node_modules/@zhkh/${id}`]: { resolved: `modules/${id}`, link: true },
  };
  lock.packages = sorted(packages);
  const text = `${JSON.stringify(lock, null, 2)}\n`;
  writeFileSync(file, text);
  remember(root, text);
}

/** Otherwise the next start would find the lock file changed and install everything again. */
function remember(root: string, lockText: string): void {
  const marker = path.join(root, 'node_modules', '.data', 'installed');
  mkdirSync(path.dirname(marker), { recursive: true });
  writeFileSync(marker, createHash('sha256').update(lockText).digest('hex'));
}
