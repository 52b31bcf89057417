// Ids are made by the app: uuid v7, so they sort by time and need no round trip.
import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** Random bytes are fetched by the thousand: one call an id is what imports of millions of rows wait for. */
const pool = new Uint8Array(16 * 1024);
let used = pool.length;
let last = 0;
let sequence = 0;

export function newId(): string {
  if (used >= pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + 16);
  used += 16;
  count(random);
  return v7({ random, msecs: last, seq: sequence });
}

/** Within one millisecond ids go up by a counter that starts anywhere in the lower half. */
function count(random: Uint8Array): void {
  const now = Date.now();
  if (now > last) {
    last = now;
    sequence = (((random[6] ?? 0) & 0x7f) << 24) | ((random[7] ?? 0) << 16) | ((random[8] ?? 0) << 8) | (random[9] ?? 0);
    return;
  }
  sequence = (sequence + 1) >>> 0;
  if (sequence === 0) last += 1;
}
