// Buffers of pieces, used again and again: memory stays as flat as the number of pieces on their way.

export const PIECE_BYTES = 512 * 1024;
const KEPT = 12;

export class ByteShelf {
  readonly #free: ArrayBuffer[] = [];

  take(atLeast = PIECE_BYTES): Uint8Array<ArrayBuffer> {
    const found = atLeast <= PIECE_BYTES ? this.#free.pop() : undefined;
    return new Uint8Array(found ?? new ArrayBuffer(Math.max(atLeast, PIECE_BYTES)));
  }

  giveBack(bytes: ArrayBuffer): void {
    if (bytes.byteLength === PIECE_BYTES && this.#free.length < KEPT) this.#free.push(bytes);
  }
}
