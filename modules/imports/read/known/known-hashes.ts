// Hash set of the records the region already holds, in memory all reading threads share.
// An open table of 64-bit numbers and a bit for each slot that says «this run's file has it too».
import type { Mark } from './record-hash.ts';

/** Three slots for two marks. */
const ROOM = 1.5;

export interface SharedHashes {
  marks: SharedArrayBuffer;
  seen: SharedArrayBuffer;
}

export class KnownHashes {
  readonly shared: SharedHashes;
  readonly #marks: Int32Array;
  readonly #seen: Int32Array;
  readonly #slots: number;

  constructor(shared: SharedHashes) {
    this.shared = shared;
    this.#marks = new Int32Array(shared.marks);
    this.#seen = new Int32Array(shared.seen);
    this.#slots = this.#marks.length / 2;
  }

  static for(count: number): KnownHashes {
    const slots = Math.ceil(count * ROOM) + 16;
    return new KnownHashes({ marks: new SharedArrayBuffer(slots * 8), seen: new SharedArrayBuffer(Math.ceil(slots / 32) * 4) });
  }

  add(low: number, high: number): void {
    let slot = this.#home(low, high);
    while (!this.#free(slot)) slot = slot + 1 === this.#slots ? 0 : slot + 1;
    this.#marks[slot * 2] = low;
    this.#marks[slot * 2 + 1] = high;
  }

  /** True when the region has it; then it also counts as seen. */
  meet(mark: Mark): boolean {
    const slot = this.#find(mark.low, mark.high);
    if (slot < 0) return false;
    const bit = 1 << (slot & 31);
    if (((this.#seen[slot >>> 5] ?? 0) & bit) === 0) Atomics.or(this.#seen, slot >>> 5, bit);
    return true;
  }

  wasSeen(low: number, high: number): boolean {
    const slot = this.#find(low, high);
    return slot >= 0 && ((this.#seen[slot >>> 5] ?? 0) & (1 << (slot & 31))) !== 0;
  }

  #find(low: number, high: number): number {
    let slot = this.#home(low, high);
    while (!this.#free(slot)) {
      if (this.#marks[slot * 2] === low && this.#marks[slot * 2 + 1] === high) return slot;
      slot = slot + 1 === this.#slots ? 0 : slot + 1;
    }
    return -1;
  }

  /** The mark of zeros stands for an empty slot: one record in 2⁶⁴ is read again each time. */
  #free(slot: number): boolean {
    return this.#marks[slot * 2] === 0 && this.#marks[slot * 2 + 1] === 0;
  }

  #home(low: number, high: number): number {
    return Math.floor(((low ^ high) >>> 0) * (this.#slots / 0x1_0000_0000));
  }
}

/** As PostgreSQL's `int8send` writes them. */
export function eachMark(marks: Buffer, take: (low: number, high: number) => void): void {
  for (let at = 0; at < marks.length; at += 8) take(marks.readInt32BE(at + 4), marks.readInt32BE(at));
}
