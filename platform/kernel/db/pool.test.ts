// The pool over connections that are not there: budget, giving way, bounded waiting, broken ones.
import { afterEach, describe, expect, it } from 'vitest';
import type { Connection } from './connection.server.ts';
import { createPool, type Pool, type PoolLimits } from './pool.server.ts';

interface Fake extends Connection {
  broken: boolean;
  closed: boolean;
  role: string;
}

const limits: PoolLimits = { budget: 4, perLogin: 2, waitMs: 60, idleMs: 10_000, lifetimeMs: 10_000 };
const login = (role: string) => ({ role, password: '' });
const pools: Pool[] = [];

function pool(changes: Partial<PoolLimits> = {}) {
  const opened: Fake[] = [];
  const made = createPool({ ...limits, ...changes }, ({ role }) => {
    const fake: Fake = {
      role,
      broken: false,
      proven: true,
      closed: false,
      query: async () => ({ rows: [], command: 'SELECT', count: 0 }),
      cursor: async function* () {},
      async close() {
        fake.closed = true;
      },
    };
    opened.push(fake);
    return fake;
  });
  pools.push(made);
  return { pool: made, opened };
}

afterEach(async () => {
  for (const one of pools.splice(0)) await one.close();
});

describe('createPool', () => {
  it('opens lazily and uses an idle connection again', async () => {
    const { pool: p, opened } = pool();
    expect(opened).toHaveLength(0);
    (await p.lease(login('a'))).release();
    (await p.lease(login('a'))).release();
    expect(opened).toHaveLength(1);
  });

  it('keeps one login within its own limit: the third caller waits and is refused', async () => {
    const { pool: p } = pool();
    await p.lease(login('noisy'));
    await p.lease(login('noisy'));
    await expect(p.lease(login('noisy'))).rejects.toMatchObject({ kind: 'unavailable', status: 503 });
    await expect(p.lease(login('quiet'))).resolves.toBeDefined();
  });

  it('gives a freed connection to the one who waits', async () => {
    const { pool: p } = pool();
    await p.lease(login('a'));
    const second = await p.lease(login('a'));
    const third = p.lease(login('a'));
    second.release();
    await expect(third).resolves.toBeDefined();
  });

  it('stays within the budget: the connection used longest ago gives way', async () => {
    const { pool: p, opened } = pool({ budget: 2 });
    (await p.lease(login('a'))).release();
    await new Promise((resolve) => setTimeout(resolve, 5));
    (await p.lease(login('b'))).release();
    (await p.lease(login('c'))).release();
    expect(p.stats().byLogin).toEqual({ b: 1, c: 1 });
    expect(opened.find((one) => one.role === 'a')?.closed).toBe(true);
  });

  it('refuses after the wait when every place of the budget is busy', async () => {
    const { pool: p } = pool({ budget: 2 });
    await p.lease(login('a'));
    await p.lease(login('b'));
    await expect(p.lease(login('c'))).rejects.toMatchObject({ code: 'platform.busy' });
  });

  it('drops a broken connection and opens a new one', async () => {
    const { pool: p, opened } = pool();
    const lease = await p.lease(login('a'));
    (opened[0] as Fake).broken = true;
    lease.release();
    (await p.lease(login('a'))).release();
    expect(opened).toHaveLength(2);
    expect(opened[0]?.closed).toBe(true);
  });

  it('replaces a connection that is too old, and releases only once', async () => {
    const { pool: p, opened } = pool({ lifetimeMs: 0 });
    const lease = await p.lease(login('a'));
    await new Promise((resolve) => setTimeout(resolve, 2));
    lease.release();
    lease.release();
    expect(opened[0]?.closed).toBe(true);
    expect(p.stats()).toMatchObject({ open: 0, busy: 0 });
  });
});
