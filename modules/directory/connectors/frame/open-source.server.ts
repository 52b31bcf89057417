// Opens a file as a row of text streams: a plain file is one, a .tar.gz has one per entry. Nothing is unpacked to disk.
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import tar from 'tar-stream';
import { SourceError } from './source-error.ts';

export interface Entry {
  name: string;
  chunks: AsyncIterable<Uint8Array>;
}

export interface Source {
  name: string;
  bytes: number;
  /** Bytes of the file on disk read so far: for progress. */
  readBytes(): number;
  entries(): AsyncGenerator<Entry>;
}

/** Text packs thirty to one; a thousand to one is a bomb. */
const MAX_RATIO = 1000;

export async function openSource(filePath: string): Promise<Source> {
  const { size } = await stat(filePath).catch(() => {
    throw new SourceError('no-file', path.basename(filePath));
  });
  const file = await open(filePath);
  const head = Buffer.alloc(4);
  await file.read(head, 0, 4, 0);
  await file.close();
  const gzip = head[0] === 0x1f && head[1] === 0x8b;
  if (!gzip && head[0] === 0x50 && head[1] === 0x4b) throw new SourceError('not-text', path.basename(filePath));
  const stream = createReadStream(filePath, { highWaterMark: 256 * 1024 });
  return {
    name: path.basename(filePath),
    bytes: size,
    readBytes: () => stream.bytesRead,
    entries: () => (gzip ? packed(stream, path.basename(filePath)) : plain(stream, path.basename(filePath))),
  };
}

async function* plain(stream: Readable, name: string): AsyncGenerator<Entry> {
  yield { name, chunks: stream };
}

async function* packed(stream: ReturnType<typeof createReadStream>, name: string): AsyncGenerator<Entry> {
  const unpacked = stream.pipe(createGunzip());
  stream.on('error', (error) => unpacked.destroy(error));
  if (!/\.(tar\.gz|tgz)$/i.test(name)) {
    yield { name: name.replace(/\.gz$/i, ''), chunks: bounded(unpacked, stream) };
    return;
  }
  const extract = tar.extract();
  unpacked.on('error', (error) => extract.destroy(error));
  unpacked.pipe(extract);
  for await (const entry of extract) {
    if (entry.header.type !== 'file' || !/\.csv$/i.test(entry.header.name)) {
      entry.resume();
      continue;
    }
    yield { name: path.basename(entry.header.name), chunks: bounded(entry as AsyncIterable<Uint8Array>, stream) };
  }
}

async function* bounded(chunks: AsyncIterable<Uint8Array>, source: { bytesRead: number }): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of chunks) {
    total += chunk.length;
    if (total > 50_000_000 && total > source.bytesRead * MAX_RATIO) throw new SourceError('bomb');
    yield chunk;
  }
}
