// For commands beside `npm start`: the database that runs already, or the embedded one started just for the command.
import path from 'node:path';
import { type Env, localEnv, localPorts } from './local-env.server.ts';
import { readHome } from './postgres-home.server.ts';
import { claim, holder, release } from './supervisor-lock.server.ts';
import { addressWithoutLogin, DATABASE, OWNER, startPostgres, urlFor } from './start-postgres.server.ts';

/** Gives the environment of the CLI to `work`. */
export async function withDatabase<T>(root: string, given: Env, work: (env: Record<string, string>) => Promise<T>): Promise<T> {
  const dataDir = path.resolve(root, given.DATA_DIR || '.data');
  const ports = localPorts(given);
  const envFor = (ownerUrl: string, url: string) => localEnv(given, dataDir, ports, { url, ownerUrl });
  if (given.DATABASE_URL) return work(envFor(given.DATABASE_OWNER_URL ?? '', given.DATABASE_URL));
  const home = readHome(dataDir);
  if (holder(dataDir) !== null && home) {
    const ownerUrl = urlFor(OWNER, home.ownerPassword, home.port, DATABASE);
    return work(envFor(ownerUrl, addressWithoutLogin(ownerUrl)));
  }
  const postgres = await startPostgres({ home: dataDir, port: ports.postgres });
  claim(dataDir);
  try {
    return await work(envFor(postgres.ownerUrl, addressWithoutLogin(postgres.ownerUrl)));
  } finally {
    await postgres.stop();
    release(dataDir);
  }
}
