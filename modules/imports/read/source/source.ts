// A source as a row of byte streams, and how much may come out of them.
import type { Limits } from './limits.ts';
import { SourceError } from './source-error.ts';

export interface Entry {
  /** Path inside the archive, or the file's name. */
  name: string;
  chunks: AsyncIterable<Uint8Array>;
}

export interface Source {
  name: string;
  bytes: number;
  /** Bytes of the file on disk read so far: for progress. */
  readBytes(): number;
  /** Entries whose name is wanted; the others are passed over. */
  entries(wanted: (name: string) => boolean): AsyncGenerator<Entry>;
}

/** What unpackers hand over at once: by the sixteen kilobytes of the default, handing over is most of their work. */
export const CHUNK_BYTES = 128 * 1024;

/** Small files pack as they like; a big one that unpacks to hundreds of times itself is a bomb. */
const SMALL = 50_000_000;

/** Counts what was unpacked over all streams it is given. */
export function bounds(
  limits: Limits,
  packedBytes: () => number,
): (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array> {
  let total = 0;
  return async function* (chunks) {
    for await (const chunk of chunks) {
      total += chunk.length;
      if (total > limits.bytes) throw new SourceError('too-big');
      if (total > SMALL && total > packedBytes() * limits.ratio) throw new SourceError('bomb');
      yield chunk;
    }
  };
}
