// A PostgreSQL left over by somebody killed outright: found by its lock file and asked to leave.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isAlive, signalTo } from './processes.server.ts';

/** Asks politely first. The caller knows that nobody else works with this folder. */
export async function endLeftover(dataDir: string): Promise<void> {
  const pid = lockedBy(dataDir);
  if (pid === null || !isPostgres(pid)) return;
  for (const [signal, wait] of [
    ['SIGINT', 5000],
    ['SIGQUIT', 3000],
    ['SIGKILL', 2000],
  ] as const) {
    signalTo(pid, signal);
    for (let waited = 0; waited < wait; waited += 50) {
      if (!isPostgres(pid)) return;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

function lockedBy(dataDir: string): number | null {
  const file = path.join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 1 ? pid : null;
}

/** Pids are used again: only a process that still calls itself postgres counts. */
function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0];
    return state !== 'Z' && readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0]?.includes('postgres') === true;
  } catch {
    return false;
  }
}
