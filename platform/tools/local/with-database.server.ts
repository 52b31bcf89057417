// For commands beside `npm start`: the database that runs already, or the embedded one started just for the command.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Env, localEnv, localPorts } from './local-env.server.ts';
import { readHome } from './postgres-home.server.ts';
import { claim, holder, release } from './supervisor-lock.server.ts';
import { databasesOf, startPostgres } from './start-postgres.server.ts';

/** Gives the environment of the CLI to `work`. */
export async function withDatabase<T>(root: string, given: Env, work: (env: Record<string, string>) => Promise<T>): Promise<T> {
  const dataDir = path.resolve(root, given.DATA_DIR || '.data');
  const ports = localPorts(given);
  const envFor = (databases: { url: string; ownerUrl: string }) => localEnv(given, dataDir, ports, databases);
  if (given.DATABASE_URL) return work(envFor({ url: given.DATABASE_URL, ownerUrl: given.DATABASE_OWNER_URL ?? '' }));
  const home = readHome(dataDir);
  if (holder(dataDir) !== null && home) return work(envFor(databasesOf(home)));
  mkdirSync(dataDir, { recursive: true });
  claim(dataDir);
  const postgres = await startPostgres({ home: dataDir, port: ports.postgres });
  try {
    return await work(envFor({ url: postgres.controlUrl, ownerUrl: postgres.ownerUrl }));
  } finally {
    await postgres.stop();
    release(dataDir);
  }
}

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** An embedded database in a folder of its own, even where DATABASE_URL names one: its secret and its logins are its own as well. */
export function withOwnDatabase<T>(env: Env, dataDir: string, work: (env: Env) => Promise<T>): Promise<T> {
  const { DATABASE_URL: _url, DATABASE_OWNER_URL: _owner, SECRET_KEY: _secret, ...rest } = env;
  const given = { ...rest, DATA_DIR: dataDir };
  return withDatabase(ROOT, given, (own) => work({ ...given, ...own }));
}
