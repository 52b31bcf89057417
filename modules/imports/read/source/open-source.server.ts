// Opens a plain file or an archive as byte streams, one an entry. Nothing is unpacked to disk.
import { createReadStream, type ReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import tar from 'tar-stream';
import type { Limits } from './limits.ts';
import { bounds, CHUNK_BYTES, type Entry, type Source } from './source.ts';
import { SourceError } from './source-error.ts';
import { zipSource } from './zip-source.server.ts';

export async function openSource(filePath: string, limits: Limits, shownName?: string): Promise<Source> {
  const name = shownName ?? path.basename(filePath);
  const { size } = await stat(filePath).catch(() => {
    throw new SourceError('no-file', name);
  });
  const magic = await headOf(filePath, 4);
  if (magic[0] === 0x50 && magic[1] === 0x4b) return zipSource(filePath, name, size, limits);
  const gzip = magic[0] === 0x1f && magic[1] === 0x8b;
  let stream: ReadStream | null = null;
  return {
    name,
    bytes: size,
    readBytes: () => stream?.bytesRead ?? 0,
    async *entries(wanted) {
      stream = createReadStream(filePath, { highWaterMark: CHUNK_BYTES });
      try {
        yield* gzip ? packed(stream, filePath, name, wanted, limits) : plain(stream, name);
      } finally {
        stream.destroy();
      }
    },
  };
}

export async function headOf(filePath: string, length: number): Promise<Buffer> {
  const file = await open(filePath);
  const head = Buffer.alloc(length);
  const { bytesRead } = await file.read(head, 0, length, 0).finally(() => file.close());
  return head.subarray(0, bytesRead);
}

async function* plain(stream: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Entry> {
  yield { name, chunks: stream };
}

async function* packed(
  stream: ReadStream,
  filePath: string,
  name: string,
  wanted: (name: string) => boolean,
  limits: Limits,
): AsyncGenerator<Entry> {
  const bound = bounds(limits, () => stream.bytesRead);
  if (!/\.(tar\.gz|tgz)$/i.test(name) && !/\.(tar\.gz|tgz)$/i.test(filePath)) {
    const unpacked = pipeline(stream, createGunzip({ chunkSize: CHUNK_BYTES }), () => undefined);
    yield { name: name.replace(/\.gz$/i, ''), chunks: bound(unpacked) };
    return;
  }
  const extract = tar.extract();
  pipeline(stream, createGunzip({ chunkSize: CHUNK_BYTES }), extract, () => undefined);
  let count = 0;
  for await (const entry of extract) {
    count += 1;
    if (count > limits.entries) throw new SourceError('too-many-files');
    if (entry.header.type !== 'file' || !wanted(entry.header.name)) {
      entry.resume();
      continue;
    }
    yield { name: entry.header.name, chunks: bound(entry as AsyncIterable<Uint8Array>) };
  }
}
