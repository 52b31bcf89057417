// The cluster that global-setup.ts started, and copies of its template database.
import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { ident } from '@zhkh/kernel/db.server';

export const CLUSTER_VARIABLE = 'ZHKH_TEST_CLUSTER';

/** Addresses of the template database for three logins. */
export interface TestCluster {
  ownerUrl: string;
  controlUrl: string;
  superuserUrl: string;
}

export interface TestDatabase {
  name: string;
  ownerUrl: string;
  controlUrl: string;
  superuserUrl: string;
  drop(): Promise<void>;
}

export function testCluster(): TestCluster {
  const value = process.env[CLUSTER_VARIABLE];
  if (!value) throw new Error('No test cluster: this helper works in *.int.test.ts, run by the vitest project «integration»');
  return JSON.parse(value) as TestCluster;
}

/** A database of one's own, 30–50 ms. Logins are the cluster's, so regions open it with the same roles as the template. */
export async function copyTemplate(): Promise<TestDatabase> {
  const cluster = testCluster();
  const name = `t_${randomBytes(8).toString('hex')}`;
  await asSuperuser(cluster, async (sql) => {
    const template = new URL(cluster.ownerUrl).pathname.slice(1);
    const owner = new URL(cluster.ownerUrl).username;
    await oneAtATime(() =>
      sql.unsafe(`create database ${ident(name)} template ${ident(template)} strategy file_copy owner ${ident(owner)}`),
    );
    await sql.unsafe(`revoke all on database ${ident(name)} from public`);
    const roles = await sql<{ name: string; login: boolean }[]>`
      select rolname as name, rolcanlogin as login from pg_roles where rolname like 'zhkh\\_%'`;
    for (const role of roles)
      await sql.unsafe(`grant ${role.login ? 'connect' : 'create'} on database ${ident(name)} to ${ident(role.name)}`);
  });
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString();
  return {
    name,
    ownerUrl: at(cluster.ownerUrl),
    controlUrl: at(cluster.controlUrl),
    superuserUrl: at(cluster.superuserUrl),
    drop: () =>
      asSuperuser(cluster, (sql) => sql.unsafe(`drop database if exists ${ident(name)} with (force)`)).then(() => undefined),
  };
}

async function asSuperuser<T>(cluster: TestCluster, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const maintenance = Object.assign(new URL(cluster.superuserUrl), { pathname: '/postgres' }).toString();
  const sql = postgres(maintenance, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** Two copies at the same moment find the template «in use»: the later one tries again. */
async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || attempt > 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 80));
    }
  }
}
