// Caches what a read gave, by region: bounded, shared by readers who ask at once, never a failed read.
import { LRUCache } from 'lru-cache';
import type { TenantDb } from './tables/index.server.ts';

/** Keys of one read in one region; the least used gives way. */
const MOST_KEYS = 5000;

type Shelf = LRUCache<string, Promise<unknown>>;
type Read<C, T> = (ctx: C, key: string) => Promise<T>;

/** By the region's own connection: one region's values can not be found under another's. */
const kept = new WeakMap<TenantDb, Map<unknown, Shelf>>();

/**
 * What `read` gave, at most `ms` old (`Infinity`: until forgotten).
 * `read` is a function of the file's level: together with `key` it names what is kept. An arrow made at the call would never be found again.
 */
export function keptFor<C extends { db: TenantDb }, T>(ctx: C, ms: number, read: Read<C, T>, key = ''): Promise<T> {
  const shelf = shelfOf(ctx.db, read);
  const known = shelf.get(key) as Promise<T> | undefined;
  if (known) return known;
  const reading = read(ctx, key);
  shelf.set(key, reading, { ttl: ms === Number.POSITIVE_INFINITY ? 0 : ms });
  reading.catch(() => shelf.peek(key) === reading && shelf.delete(key));
  return reading;
}

/** The next reader reads again. Without a key: whatever this read has kept in the region. */
export function forgetKept<C extends { db: TenantDb }>(ctx: C, read: Read<C, unknown>, key?: string): void {
  const shelf = shelfOf(ctx.db, read);
  if (key === undefined) shelf.clear();
  else shelf.delete(key);
}

function shelfOf(db: TenantDb, read: unknown): Shelf {
  const ofRegion = kept.get(db) ?? new Map<unknown, Shelf>();
  kept.set(db, ofRegion);
  const shelf: Shelf = ofRegion.get(read) ?? new LRUCache({ max: MOST_KEYS, perf: { now: () => performance.now() } });
  ofRegion.set(read, shelf);
  return shelf;
}
