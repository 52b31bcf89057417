// One supervisor per data folder. A lock left by a kill is recognised and taken over.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isAlive } from './processes.server.ts';

interface Lock {
  pid: number;
  /** When the process began, by the system's count: pids are used again. */
  born: string;
}

const fileOf = (dataDir: string) => path.join(dataDir, 'supervisor.json');

/** Tells whether somebody before us went without tidying up. */
export function claim(dataDir: string): { leftover: boolean } {
  const other = holder(dataDir);
  if (other !== null && other !== process.pid) throw new AlreadyRunning(other, dataDir);
  const leftover = existsSync(fileOf(dataDir));
  writeFileSync(fileOf(dataDir), JSON.stringify({ pid: process.pid, born: bornAt(process.pid) } satisfies Lock));
  return { leftover };
}

export function release(dataDir: string): void {
  if (holder(dataDir) === process.pid) rmSync(fileOf(dataDir), { force: true });
}

/** Pid of the supervisor that works on this folder now, or null. */
export function holder(dataDir: string): number | null {
  try {
    if (!existsSync(fileOf(dataDir))) return null;
    const { pid, born } = JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as Lock;
    return isAlive(pid) && bornAt(pid) === born ? pid : null;
  } catch {
    return null;
  }
}

function bornAt(pid: number): string {
  if (process.platform !== 'linux') return '';
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1] ?? '';
    const fields = afterName.split(' ');
    // A dead process nobody has buried yet is dead.
    return fields[0] === 'Z' ? 'gone' : (fields[19] ?? '');
  } catch {
    return 'gone';
  }
}

export class AlreadyRunning extends Error {
  readonly expected = true;

  constructor(pid: number, dataDir: string) {
    super(
      `Уже запущено процессом ${pid} (данные: ${dataDir}). Остановите его или задайте другую папку: DATA_DIR=… npm start\nAlready running as process ${pid} (data: ${dataDir}). Stop it or choose another folder: DATA_DIR=… npm start`,
    );
    this.name = 'AlreadyRunning';
  }
}
