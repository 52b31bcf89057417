// PostgreSQL refuses to run as root: under root it gets an unprivileged account, and only places that account can reach.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/** null = we are no root and run everything as ourselves. */
export function postgresAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n').map(parse);
  const found = accounts.find((a) => a?.name === 'postgres') ?? accounts.find((a) => a?.name === 'nobody');
  if (!found)
    throw new Error('Running as root needs an account «postgres» or «nobody» in /etc/passwd: PostgreSQL refuses to run as root.');
  return found;
}

function parse(line: string): Account | null {
  const [name, , uid, gid] = line.split(':');
  return name && uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : null;
}

/** May the account walk into this folder? Looks at every folder above too. */
export function canReach(account: Account | null, folder: string): boolean {
  if (!account) return true;
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (!mayEnter(account, at)) return false;
    if (at === path.dirname(at)) return true;
  }
}

function mayEnter(account: Account, folder: string): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
