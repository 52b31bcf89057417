// Bytes of an entry on their way to become pieces: what was cut off goes, what is left begins the next piece.
import type { BufferPool } from './buffer-pool.ts';

export class PieceBuffer {
  readonly #pool: BufferPool;
  bytes: Buffer<ArrayBuffer>;
  used = 0;

  constructor(pool: BufferPool) {
    this.#pool = pool;
    this.bytes = bufferOver(pool.take());
  }

  add(chunk: Uint8Array): void {
    if (this.used + chunk.length > this.bytes.length) this.#moveTo(this.#pool.take((this.used + chunk.length) * 2), 0);
    this.bytes.set(chunk, this.used);
    this.used += chunk.length;
  }

  /** The first bytes as a piece of their own. */
  cut(length: number): Uint8Array<ArrayBuffer> {
    const { bytes, used } = this;
    this.bytes = bufferOver(this.#pool.take(used - length));
    this.bytes.set(bytes.subarray(length, used));
    this.used = used - length;
    return new Uint8Array(bytes.buffer, 0, length);
  }

  #moveTo(room: Uint8Array<ArrayBuffer>, from: number): void {
    room.set(this.bytes.subarray(from, this.used));
    this.#pool.giveBack(this.bytes.buffer);
    this.bytes = bufferOver(room);
  }
}

function bufferOver(room: Uint8Array<ArrayBuffer>): Buffer<ArrayBuffer> {
  return Buffer.from(room.buffer, 0, room.byteLength);
}
