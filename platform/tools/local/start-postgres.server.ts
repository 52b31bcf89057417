// The embedded PostgreSQL as a thing one starts and stops; it never outlives the process that started it.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { postgresAccount } from './account.server.ts';
import { initCluster } from './init-cluster.server.ts';
import type { KeepOrder } from './keep-postgres.ts';
import { endLeftover } from './leftover.server.ts';
import { freePort } from './ports.server.ts';
import { postgresBinaries } from './postgres-binaries.server.ts';
import { openHome, type PostgresHome, saveHome } from './postgres-home.server.ts';

export const DATABASE = 'zhkh';
export const OWNER = 'installer';
/** Login of the control plane; the migrations make it. */
export const CONTROL = 'zhkh_control';

export interface EmbeddedPostgres {
  port: number;
  /** Login that owns the database and may create roles, as DATABASE_OWNER_URL; no superuser. */
  ownerUrl: string;
  /** Login of the control plane, as DATABASE_URL. */
  controlUrl: string;
  superuserUrl: string;
  /** Address of another database, for the owner. */
  ownerUrlOf(database: string): string;
  /** Pid of the postmaster now running: drills kill it. */
  pid(): number;
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Folder of record. */
  home: string;
  port?: number;
  /** No fsync, deleted at the end: for tests. */
  throwAway?: boolean;
  onEvent?: (text: string) => void;
}

export async function startPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  const account = postgresAccount();
  const binaries = postgresBinaries(account);
  const record = openHome(options.home, account, options.port ?? 54320);
  initCluster(binaries, record, account, options.throwAway === true);
  await endLeftover(record.dataDir);
  const port = await freePort(record.port);
  if (port !== record.port) saveHome({ ...record, port });
  const keeper = keep({ ...record, port }, binaries, account, options);
  await keeper.answers(urlFor('postgres', record.superuserPassword, port, 'postgres'));
  await ensureOwner(record, port);
  return {
    port,
    ownerUrl: urlFor(OWNER, record.ownerPassword, port, DATABASE),
    controlUrl: urlFor(CONTROL, record.controlPassword, port, DATABASE),
    superuserUrl: urlFor('postgres', record.superuserPassword, port, DATABASE),
    ownerUrlOf: (database) => urlFor(OWNER, record.ownerPassword, port, database),
    pid: keeper.pid,
    stop: keeper.stop,
  };
}

export function urlFor(user: string, password: string, port: number, database: string): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** Both addresses of the product's database on a cluster described by its record. */
export function databasesOf({ ownerPassword, controlPassword, port }: PostgresHome): { url: string; ownerUrl: string } {
  return { url: urlFor(CONTROL, controlPassword, port, DATABASE), ownerUrl: urlFor(OWNER, ownerPassword, port, DATABASE) };
}

function keep(record: PostgresHome, binaries: string, account: KeepOrder['account'], options: StartOptions) {
  const logs = path.join(record.home, 'logs');
  mkdirSync(logs, { recursive: true });
  const logFile = path.join(logs, 'postgres.log');
  const order: KeepOrder = {
    binaries,
    dataDir: record.dataDir,
    args: settings(record.port, options.throwAway === true),
    account: account ? { uid: account.uid, gid: account.gid } : null,
    logFile,
    removeAfter: options.throwAway ? (record.dataDir.startsWith(record.home) ? record.home : path.dirname(record.dataDir)) : null,
  };
  const file = fileURLToPath(new URL('./keep-postgres.ts', import.meta.url));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, JSON.stringify(order)], {
    cwd: '/',
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
    env: { PATH: '', NODE_ENV: 'production' },
  });
  return follow(child, logFile, options.onEvent ?? (() => undefined));
}

function follow(child: ChildProcess, logFile: string, onEvent: (text: string) => void) {
  let pid = 0;
  let gone = false;
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      gone = true;
      resolve();
    }),
  );
  if (child.stdout) {
    readline.createInterface({ input: child.stdout }).on('line', (line) => {
      const message = JSON.parse(line) as { pid?: number; down?: string };
      if (message.pid) pid = message.pid;
      if (message.down) onEvent(`PostgreSQL went down (${message.down}), starting it again`);
    });
  }
  child.stdin?.on('error', () => undefined);
  child.unref();
  return {
    pid: () => pid,
    answers: (url: string) => waitForAnswer(url, () => gone, logFile),
    stop: async () => {
      child.ref();
      child.stdin?.end();
      await ended;
    },
  };
}

async function waitForAnswer(url: string, gone: () => boolean, logFile: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
    try {
      await sql`select 1`;
      return;
    } catch {
      if (gone() || Date.now() > deadline) throw new Error(`PostgreSQL did not start. The end of ${logFile}:\n${tail(logFile)}`);
      await new Promise((resolve) => setTimeout(resolve, 40));
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
}

function tail(file: string): string {
  try {
    return readFileSync(file, 'utf8').split('\n').slice(-15).join('\n');
  } catch {
    return '(no log)';
  }
}

function settings(port: number, throwAway: boolean): string[] {
  const values: Record<string, string | number> = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    max_locks_per_transaction: 1024,
    shared_buffers: '128MB',
    password_encryption: 'scram-sha-256',
    log_timezone: 'UTC',
    timezone: 'UTC',
    max_wal_size: '1GB',
    ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
    ...(throwAway
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: 0 }
      : {}),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** The product's owner is no superuser: what works here works on a managed server. */
async function ensureOwner(record: PostgresHome, port: number): Promise<void> {
  const sql = postgres(urlFor('postgres', record.superuserPassword, port, 'postgres'), { max: 1, onnotice: () => undefined });
  try {
    const [role] = await sql`select 1 from pg_roles where rolname = ${OWNER}`;
    if (!role) await sql.unsafe(`create role ${OWNER} login createrole createdb password '${record.ownerPassword}'`);
    const [database] = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (!database) await sql.unsafe(`create database ${DATABASE} owner ${OWNER}`);
  } finally {
    await sql.end({ timeout: 1 });
  }
}
