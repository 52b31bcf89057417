// The embedded PostgreSQL: data survives restarts and kills, Cyrillic sorts and matches, nothing outlives its owner.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from './ports.server.ts';
import { isAlive, waitUntil } from './processes.server.ts';
import { startPostgres } from './start-postgres.server.ts';

let home: string;
let port: number;
beforeAll(async () => {
  home = mkdtempSync(path.join(os.tmpdir(), 'zhkh-pg-'));
  chmodSync(home, 0o755);
  port = await freePort();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function query<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

it('keeps data over a restart, on the same port, with Russian order and trigrams', async () => {
  const first = await startPostgres({ home, port });
  await query(first.ownerUrl, (sql) => sql`create table word as select unnest(array['яблоко','Ёлка','ёж','арбуз','еда']) as w`);
  await first.stop();
  const second = await startPostgres({ home, port });
  try {
    expect(second.port).toBe(first.port);
    const words = await query(second.ownerUrl, (sql) => sql<{ w: string }[]>`select w from word order by w`);
    expect(words.map(({ w }) => w)).toEqual(['арбуз', 'еда', 'ёж', 'Ёлка', 'яблоко']);
    const [row] = await query(second.superuserUrl, async (sql) => {
      await sql`create extension if not exists pg_trgm`;
      return sql<{ s: number }[]>`select similarity('республики', 'республика') as s`;
    });
    expect(row?.s).toBeGreaterThan(0.5);
  } finally {
    await second.stop();
  }
});

it('starts PostgreSQL again when it is killed', async () => {
  const server = await startPostgres({ home, port });
  try {
    const before = server.pid();
    process.kill(before, 'SIGKILL');
    expect(await waitUntil(() => server.pid() !== before, 10_000)).toBe(true);
    const alive = () =>
      query(server.ownerUrl, (sql) => sql`select 1`).then(
        () => true,
        () => false,
      );
    expect(await waitUntil(alive, 10_000, 200)).toBe(true);
  } finally {
    await server.stop();
  }
});

it('ends by itself when its owner is killed, and the next start finds everything', async () => {
  const owner = startOwner();
  const pid = Number(await new Promise((resolve) => owner.stdout?.once('data', resolve)));
  expect(isAlive(pid)).toBe(true);
  owner.kill('SIGKILL');
  expect(await waitUntil(() => !isAlive(pid), 10_000)).toBe(true);
  const server = await startPostgres({ home, port });
  const rows = await query(server.ownerUrl, (sql) => sql`select 1 from word`);
  await server.stop();
  expect(rows).toHaveLength(5);
});

it('leaves nothing of a throw-away cluster', async () => {
  const other = path.join(home, 'throw-away');
  mkdirSync(other);
  const server = await startPostgres({ home: other, port: await freePort(), throwAway: true });
  await server.stop();
  expect(existsSync(other)).toBe(false);
});

it('takes another port when its own is busy and remembers it', async () => {
  const one = await startPostgres({ home, port });
  const other = path.join(home, 'second');
  const two = await startPostgres({ home: other, port: one.port });
  try {
    expect(two.port).not.toBe(one.port);
    expect(JSON.parse(readFileSync(path.join(other, 'postgres.json'), 'utf8'))).toMatchObject({ port: two.port });
  } finally {
    await two.stop();
    await one.stop();
  }
});

function startOwner(): ChildProcess {
  const file = fileURLToPath(new URL('./start-postgres.server.ts', import.meta.url));
  const code = `import { startPostgres } from ${JSON.stringify(file)}; const s = await startPostgres({ home: ${JSON.stringify(home)}, port: ${port} }); console.log(s.pid()); setInterval(() => {}, 1000);`;
  return spawn('node', ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
}
