// Ids are made by the app: uuid v7, so they sort by time and need no round trip.
import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** Asking the system for randomness costs more than all the rest of an id, so it is asked for many ids at once. */
const pool = new Uint8Array(4096);
let used = pool.length;

let lastMs = 0;
let seq = 0;

/** Ids of one process rise, also within a millisecond: what was written together is read in the order of its ids. */
export function newId(): string {
  const random = nextRandom();
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    seq = ((random[6] as number) << 23) | ((random[7] as number) << 16) | ((random[8] as number) << 8) | (random[9] as number);
  } else {
    seq = (seq + 1) | 0;
    if (seq === 0) lastMs += 1;
  }
  return v7({ random, msecs: lastMs, seq });
}

function nextRandom(): Uint8Array {
  if (used + 16 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 16;
  return pool.subarray(used - 16, used);
}
