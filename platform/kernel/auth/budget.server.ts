// Counted tries: atomic counters in SQL, so limits hold over processes, restarts and races. They fail closed.
import { sql } from 'kysely';
import type { CredentialDb } from '../db/tables/auth.server.ts';

export interface Limit {
  key: string;
  most: number;
  windowMs: number;
}

export interface Refusal {
  limit: Limit;
  /** When the window that refused ends. */
  until: Date;
}

/** One try on one counter: the new count, or null when the window is full. Locks the counter's row until the transaction ends. */
export async function spendOne(db: CredentialDb, now: Date, limit: Limit): Promise<number | null> {
  const ends = new Date(now.getTime() + limit.windowMs);
  const oldest = new Date(now.getTime() - limit.windowMs);
  const over = sql<boolean>`auth_budget.window_start <= ${oldest}`;
  const row = await db
    .insertInto('auth_budget')
    .values({ key: limit.key, window_start: now, used: 1, ends_at: ends })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({
          used: sql<number>`CASE WHEN ${over} THEN 1 ELSE auth_budget.used + 1 END`,
          window_start: sql<Date>`CASE WHEN ${over} THEN ${now}::timestamptz ELSE auth_budget.window_start END`,
          ends_at: sql<Date>`CASE WHEN ${over} THEN ${ends}::timestamptz ELSE auth_budget.ends_at END`,
        })
        .where(sql<boolean>`${over} OR auth_budget.used < ${limit.most}`),
    )
    .returning('used')
    .executeTakeFirst();
  return row ? row.used : null;
}

/**
 * Spends one try on every limit, in the order given; stops at the first that is full.
 * Callers keep one order of kinds (address, person, region), so two transactions never wait for each other in a ring.
 */
export async function spend(db: CredentialDb, now: Date, limits: readonly Limit[]): Promise<Refusal | null> {
  for (const limit of limits) {
    if ((await spendOne(db, now, limit)) === null) return refusal(db, now, limit);
  }
  return null;
}

async function refusal(db: CredentialDb, now: Date, limit: Limit): Promise<Refusal> {
  const row = await db.selectFrom('auth_budget').select('window_start').where('key', '=', limit.key).executeTakeFirst();
  return { limit, until: new Date((row?.window_start ?? now).getTime() + limit.windowMs) };
}

/** A try that turned out honest is not held against anybody. */
export async function giveBack(db: CredentialDb, limits: readonly Limit[]): Promise<void> {
  for (const limit of limits) {
    await db
      .updateTable('auth_budget')
      .set({ used: sql<number>`auth_budget.used - 1` })
      .where('key', '=', limit.key)
      .where('used', '>', 0)
      .execute();
  }
}

/** The network a person sits in: /24 of IPv4, /64 of IPv6. */
export function networkOf(address: string): string {
  const v4 = /(?:^|:)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/.exec(address);
  if (v4) return `${v4[1]}.${v4[2]}.${v4[3]}`;
  const [head = '', tail = ''] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':');
}
