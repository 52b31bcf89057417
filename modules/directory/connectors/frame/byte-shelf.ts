// Buffers of pieces, used again and again: memory stays as flat as the number of pieces on their way.

export const PIECE_BYTES = 256 * 1024;
const KEPT = 16;

export class ByteShelf {
  readonly #free: ArrayBuffer[] = [];
  /** Buffers with rows in them, and how many tables' rows are still to be sent. */
  readonly #lent = new Map<ArrayBuffer, number>();

  take(atLeast = PIECE_BYTES): Uint8Array<ArrayBuffer> {
    const found = atLeast <= PIECE_BYTES ? this.#free.pop() : undefined;
    return new Uint8Array(found ?? new ArrayBuffer(Math.max(atLeast, PIECE_BYTES)));
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
    if (bytes.byteLength === PIECE_BYTES && this.#free.length < KEPT) this.#free.push(bytes);
  }
}
