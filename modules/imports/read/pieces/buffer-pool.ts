// Buffers of pieces, used again and again: memory stays as flat as the number of pieces on their way.
import { CHUNK_BYTES } from '../source/source.ts';

/** A piece is cut off when it has so many bytes… */
export const PIECE_BYTES = 256 * 1024;
/** …so there is always room for what comes from the unpacker at once. */
const ROOM = PIECE_BYTES + CHUNK_BYTES;
const KEPT = 16;

export class BufferPool {
  readonly #free: ArrayBuffer[] = [];
  /** Buffers with rows in them, and how many tables' rows are still to be sent. */
  readonly #lent = new Map<ArrayBuffer, number>();

  take(atLeast = ROOM): Uint8Array<ArrayBuffer> {
    const found = atLeast <= ROOM ? this.#free.pop() : undefined;
    return new Uint8Array(found ?? new ArrayBuffer(Math.max(atLeast, ROOM)));
  }

  /** It has come back with rows in it: it is free when all of them have been sent. */
  lend(bytes: ArrayBuffer, rows: readonly { bytes: Uint8Array }[]): void {
    const inside = rows.filter((row) => row.bytes.buffer === bytes).length;
    if (inside > 0) this.#lent.set(bytes, inside);
    else this.giveBack(bytes);
  }

  sent({ bytes }: { bytes: Uint8Array }): void {
    const buffer = bytes.buffer as ArrayBuffer;
    const left = (this.#lent.get(buffer) ?? 0) - 1;
    if (left > 0) this.#lent.set(buffer, left);
    else if (this.#lent.delete(buffer)) this.giveBack(buffer);
  }

  giveBack(bytes: ArrayBuffer): void {
    if (bytes.byteLength === ROOM && this.#free.length < KEPT) this.#free.push(bytes);
  }
}
