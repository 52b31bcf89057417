// A small seeded generator: demo data is the same on every machine.
import { createHash } from 'node:crypto';

export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  pick<T>(list: readonly T[]): T;
  /** Whole number, both ends included. */
  between(from: number, to: number): number;
  chance(share: number): boolean;
}

/** Mulberry32: 32 bits of state are plenty for demo data. */
export function randomOf(seed: string): Random {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    pick: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number],
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (share) => next() < share,
  };
}

/** A UUID that is the same for the same words: rows of the seed are known again when it runs twice. */
export function sameUuid(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
