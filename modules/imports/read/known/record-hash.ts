// The 64-bit mark of a raw record: by it the next import knows a record it has already read. Two lanes of the murmur kind; of five million
// records against five million others, some two are taken for each other once in a million imports.

export interface Mark {
  low: number;
  high: number;
}

/** One mark is filled again and again: there are millions of them. */
export function hashBytes(bytes: Uint8Array, from: number, to: number, seed: number, into: Mark): void {
  let a = seed;
  let b = ~seed;
  let at = from;
  for (const end = to - 3; at < end; at += 4) {
    const word =
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    a = mixA(a, b, word);
    b = mixB(a, b, word);
  }
  let rest = to - from;
  for (; at < to; at += 1) rest = Math.imul(rest, 257) + (bytes[at] as number);
  a = mixA(a, b, rest);
  b = mixB(a, b, rest);
  a = (a + b) | 0;
  b = (b + a) | 0;
  into.low = spread(a);
  into.high = spread(b ^ into.low);
}

export function seedOf(text: string): number {
  const mark = { low: 0, high: 0 };
  const bytes = new TextEncoder().encode(text);
  hashBytes(bytes, 0, bytes.length, 0x51ed270b, mark);
  return mark.low;
}

const scratch = new BigInt64Array(1);
const halves = new Int32Array(scratch.buffer);

/** As PostgreSQL writes a bigint. */
export function bigintOf({ low, high }: Mark): string {
  halves[0] = low;
  halves[1] = high;
  return String(scratch[0]);
}

function mixA(a: number, b: number, word: number): number {
  const k = Math.imul(word, 0x239b961b);
  const mixed = a ^ Math.imul((k << 15) | (k >>> 17), 0xab0e9789 | 0);
  return (Math.imul((mixed << 19) | (mixed >>> 13), 5) + b + 0x561ccd1b) | 0;
}

function mixB(a: number, b: number, word: number): number {
  const k = Math.imul(word, 0x38b34ae5);
  const mixed = b ^ Math.imul((k << 17) | (k >>> 15), 0xa1e38b93 | 0);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + a + 0x0bcaa747) | 0;
}

function spread(value: number): number {
  let x = value;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
