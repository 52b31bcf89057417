// Reads the parts of a workbook's package in place, on disk or (inside another archive) in memory.
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import type { Limits } from '../source/limits.ts';
import { SourceError } from '../source/source-error.ts';

export interface Parts {
  has(name: string): boolean;
  /** Unpacked bytes; the packer refuses a part that is longer than the directory says. */
  open(name: string): Promise<AsyncIterable<Uint8Array>>;
  /** Packed bytes read so far. */
  readBytes(): number;
  close(): void;
}

/** A workbook has a dozen parts and its pictures. */
const MAX_PARTS = 20_000;
const SMALL = 50_000_000;

export async function openParts(from: string | Buffer, limits: Limits): Promise<Parts> {
  const zip = await openZip(from);
  try {
    const entries = await entriesOf(zip);
    let done = 0;
    return {
      has: (name) => entries.has(keyOf(name)),
      async open(name) {
        const entry = entries.get(keyOf(name));
        if (!entry) throw new SourceError('not-workbook', name);
        refuseBomb(entry, limits);
        const stream = await zip.openReadStreamPromise(entry).catch((error: unknown) => {
          throw new SourceError('not-workbook', error instanceof Error ? error.message.slice(0, 120) : '');
        });
        return counted(stream, entry, (packed) => (done += packed));
      },
      readBytes: () => done,
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function openZip(from: string | Buffer): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false } as const;
  try {
    return await (typeof from === 'string' ? openPromise(from, options) : fromBufferPromise(from, options));
  } catch {
    throw new SourceError('not-workbook');
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAX_PARTS) throw new SourceError('too-many-files', String(zip.entryCount));
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new SourceError('encrypted', entry.fileName);
      entries.set(keyOf(entry.fileName), entry);
    }
  } catch (error) {
    throw error instanceof SourceError ? error : new SourceError('not-workbook');
  }
  return entries;
}

/** Names of parts differ in case between writers. */
function keyOf(name: string): string {
  return name.replace(/^\/+/, '').toLowerCase();
}

function refuseBomb(entry: Entry, limits: Limits): void {
  if (entry.uncompressedSize > limits.bytes) throw new SourceError('too-big');
  if (entry.uncompressedSize > SMALL && entry.uncompressedSize > entry.compressedSize * limits.ratio)
    throw new SourceError('bomb', entry.fileName);
}

async function* counted(stream: AsyncIterable<unknown>, entry: Entry, add: (packed: number) => void): AsyncGenerator<Uint8Array> {
  const share = entry.compressedSize / Math.max(entry.uncompressedSize, 1);
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      add(chunk.length * share);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof SourceError
      ? error
      : new SourceError('not-workbook', error instanceof Error ? error.message.slice(0, 120) : '');
  }
}
