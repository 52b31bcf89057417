// When a failed delivery is tried again, and when people must look at it.
export const MAX_TRIES = 8;

/** How long a claimed row is left alone; a worker that died with it gives it back after this. */
export const LEASE_MS = 12_000;

/** 5 s, 10 s, 20 s … at most an hour, each a little different so that failures do not come back in step. */
export function nextTryAfter(tries: number, random: () => number = Math.random): number {
  const base = Math.min(5000 * 2 ** Math.max(0, tries - 1), 3_600_000);
  return Math.round(base * (0.8 + 0.4 * random()));
}
