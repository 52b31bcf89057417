// The connections of this process: few per login, a budget over all logins, waiting bounded. Opened when first asked for;
// idle ones close, and the least used gives way when another login needs its place.
import { unavailable } from '../errors/index.ts';
import type { Connection, Login } from './connection.server.ts';

export interface PoolLimits {
  budget: number;
  perLogin: number;
  waitMs: number;
  idleMs: number;
  lifetimeMs: number;
}

interface Held {
  login: string;
  connection: Connection;
  busy: boolean;
  openedAt: number;
  usedAt: number;
}

interface Waiter {
  login: Login;
  give(held: Held): void;
}

export interface Lease {
  connection: Connection;
  release(): void;
}

export interface Pool {
  lease(login: Login): Promise<Lease>;
  /** For metrics and tests. */
  stats(): { open: number; busy: number; waiting: number; byLogin: Record<string, number> };
  close(): Promise<void>;
}

const MAX_WAITING_PER_LOGIN = 200;

export function createPool(limits: PoolLimits, open: (login: Login) => Connection): Pool {
  const all = new Set<Held>();
  const waiting = new Set<Waiter>();
  let closed = false;
  const sweeper = setInterval(closeIdle, Math.max(50, limits.idleMs / 4));
  sweeper.unref();

  const of = (role: string) => [...all].filter((held) => held.login === role);

  function drop(held: Held): void {
    all.delete(held);
    void held.connection.close();
  }

  function closeIdle(): void {
    const now = performance.now();
    for (const held of all) {
      if (!held.busy && (held.connection.broken || now - held.usedAt > limits.idleMs)) drop(held);
    }
  }

  function idleOf(role: string): Held | undefined {
    return of(role)
      .filter((held) => !held.busy && !held.connection.broken)
      .sort((a, b) => b.usedAt - a.usedAt)[0];
  }

  /** Makes room under the budget by closing the idle connection that was used longest ago. */
  function makeRoom(): boolean {
    if (all.size < limits.budget) return true;
    const oldest = [...all].filter((held) => !held.busy).sort((a, b) => a.usedAt - b.usedAt)[0];
    if (oldest) drop(oldest);
    return oldest !== undefined;
  }

  function take(login: Login): Held | undefined {
    let held = idleOf(login.role);
    if (!held) {
      for (const dead of of(login.role).filter((one) => !one.busy)) drop(dead);
      if (of(login.role).length >= limits.perLogin || !makeRoom()) return undefined;
      held = { login: login.role, connection: open(login), busy: false, openedAt: performance.now(), usedAt: 0 };
      all.add(held);
    }
    held.busy = true;
    return held;
  }

  function giveBack(held: Held): void {
    if (!all.has(held)) return;
    held.busy = false;
    held.usedAt = performance.now();
    if (held.connection.broken || held.usedAt - held.openedAt > limits.lifetimeMs) drop(held);
    for (const waiter of waiting) {
      const next = take(waiter.login);
      if (!next) continue;
      waiting.delete(waiter);
      waiter.give(next);
    }
  }

  function wait(login: Login): Promise<Held> {
    const ahead = [...waiting].filter((waiter) => waiter.login.role === login.role).length;
    if (ahead >= MAX_WAITING_PER_LOGIN) return Promise.reject(unavailable('platform.busy'));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(waiter);
        reject(unavailable('platform.busy'));
      }, limits.waitMs);
      const waiter: Waiter = {
        login,
        give(held) {
          clearTimeout(timer);
          resolve(held);
        },
      };
      waiting.add(waiter);
    });
  }

  return {
    async lease(login) {
      if (closed) throw unavailable('platform.stopping');
      const held = take(login) ?? (await wait(login));
      let released = false;
      return {
        connection: held.connection,
        release() {
          if (released) return;
          released = true;
          giveBack(held);
        },
      };
    },
    stats() {
      const byLogin: Record<string, number> = {};
      for (const held of all) byLogin[held.login] = (byLogin[held.login] ?? 0) + 1;
      return { open: all.size, busy: [...all].filter((held) => held.busy).length, waiting: waiting.size, byLogin };
    },
    async close() {
      closed = true;
      clearInterval(sweeper);
      await Promise.all([...all].map((held) => held.connection.close()));
      all.clear();
    },
  };
}
