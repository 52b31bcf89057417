// Computes the 64-bit hash of a raw record (xxHash), by which the next import knows it.
// Of five million records against five million others, some two are taken for each other once in a million imports.
import xxhash, { type XXHashAPI } from 'xxhash-wasm';

export interface Mark {
  low: number;
  high: number;
}

let hasher: XXHashAPI | null = null;

/** To be awaited once before hashing: the library compiles itself. */
export async function prepareHash(): Promise<void> {
  hasher ??= await xxhash();
}

const scratch = new BigInt64Array(1);
const halves = new Int32Array(scratch.buffer);

/** One mark is filled again and again: there are millions of them. */
export function hashBytes(bytes: Uint8Array, from: number, to: number, seed: bigint, into: Mark): void {
  if (!hasher) throw new Error('prepareHash was not awaited');
  scratch[0] = hasher.h64Raw(bytes.subarray(from, to), seed);
  into.low = halves[0] as number;
  into.high = halves[1] as number;
}

export function seedOf(text: string): bigint {
  if (!hasher) throw new Error('prepareHash was not awaited');
  return hasher.h64(text);
}

/** As PostgreSQL writes a bigint. */
export function bigintOf({ low, high }: Mark): string {
  halves[0] = low;
  halves[1] = high;
  return String(scratch[0]);
}
