// A ZIP read in place: entries one by one by the central directory, never on disk and never whole in memory.
import { pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { type Entry as ZipEntry, type ZipFile, openPromise } from 'yauzl';
import type { Limits } from './limits.ts';
import { bounds, CHUNK_BYTES, type Entry, type Source } from './source.ts';
import { SourceError } from './source-error.ts';

const DEFLATE = 8;

export function zipSource(filePath: string, name: string, bytes: number, limits: Limits): Source {
  let done = 0;
  return {
    name,
    bytes,
    readBytes: () => Math.min(done, bytes),
    async *entries(wanted) {
      const zip = await openZip(filePath, name);
      try {
        const bound = bounds(limits, () => done);
        for await (const entry of checked(zip, limits)) {
          if (!wanted(entry.fileName)) {
            done += entry.compressedSize;
            continue;
          }
          yield await open(zip, entry, (chunks) => bound(counted(chunks, entry, (read) => (done += read))));
        }
      } finally {
        zip.close();
      }
    },
  };
}

async function openZip(filePath: string, name: string): Promise<ZipFile> {
  return openPromise(filePath, { lazyEntries: true, autoClose: false }).catch((error: unknown) => {
    throw new SourceError('archive', `${name} ${error instanceof Error ? error.message : ''}`.trim());
  });
}

async function* checked(zip: ZipFile, limits: Limits): AsyncGenerator<ZipEntry> {
  if (zip.entryCount > limits.entries) throw new SourceError('too-many-files', String(zip.entryCount));
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      if (entry.isEncrypted()) throw new SourceError('encrypted', entry.fileName);
      if (/\.(zip|rar|7z|gz|tgz|tar)$/i.test(entry.fileName)) throw new SourceError('nested-archive', entry.fileName);
      yield entry;
    }
  } catch (error) {
    throw wordsOf(error);
  }
}

async function open(
  zip: ZipFile,
  entry: ZipEntry,
  bound: (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>,
): Promise<Entry> {
  const packed = entry.compressionMethod === DEFLATE;
  const stream = await zip.openReadStreamPromise(entry, packed ? { decompress: false } : {}).catch((error: unknown) => {
    throw wordsOf(error);
  });
  const chunks = packed ? pipeline(stream, createInflateRaw({ chunkSize: CHUNK_BYTES }), () => undefined) : stream;
  return { name: entry.fileName, chunks: bound(asLongAsSaid(chunks, entry)) };
}

/** What comes out is as long as the directory says: neither cut off nor longer. */
async function* asLongAsSaid(chunks: AsyncIterable<Uint8Array>, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > entry.uncompressedSize) throw new SourceError('archive', `${entry.fileName} is longer than said`);
    yield chunk;
    freeAtOnce(chunk);
  }
  if (length < entry.uncompressedSize) throw new SourceError('archive', `${entry.fileName} is shorter than said`);
}

/** A full chunk is nobody's once the next one is asked for. Left to the collector, tens of megabytes of them would wait to be counted. */
function freeAtOnce(chunk: Uint8Array): void {
  if (chunk.byteLength === CHUNK_BYTES && chunk.buffer.byteLength === CHUNK_BYTES) (chunk.buffer as ArrayBuffer).transfer(0);
}

/** The packer tells no byte position: what was unpacked stands for it in proportion. */
async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  entry: ZipEntry,
  add: (packed: number) => void,
): AsyncGenerator<Uint8Array> {
  const share = entry.compressedSize / Math.max(entry.uncompressedSize, 1);
  try {
    for await (const chunk of chunks) {
      add(chunk.length * share);
      yield chunk;
    }
  } catch (error) {
    throw wordsOf(error);
  }
}

/** What the library says of names that climb out and of sizes that do not agree. */
function wordsOf(error: unknown): unknown {
  if (error instanceof SourceError || !(error instanceof Error)) return error;
  const climbs = /invalid relative path|absolute path|invalid characters in fileName/i.test(error.message);
  return new SourceError(climbs ? 'unsafe-name' : 'archive', error.message.slice(0, 160));
}
