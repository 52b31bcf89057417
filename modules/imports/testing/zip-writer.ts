// Writes a ZIP piece by piece, so that archives of any size can be made for tests and benchmarks.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipPart {
  name: string;
  text: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
}

interface Written {
  name: Buffer;
  crc: number;
  packed: number;
  size: number;
  at: number;
}

const SIGNED = { local: 0x04034b50, descriptor: 0x08074b50, central: 0x02014b50, end: 0x06054b50 } as const;
/** UTF-8 names, sizes after the data. */
const FLAGS = 0x0808;

/** Returns bytes before packing. Parts are below 4 GB each. */
export async function writeZip(filePath: string, parts: Iterable<ZipPart> | AsyncIterable<ZipPart>): Promise<number> {
  const out = createWriteStream(filePath, { highWaterMark: 1 << 20 });
  let at = 0;
  const put = async (bytes: Buffer) => {
    at += bytes.length;
    if (!out.write(bytes)) await once(out, 'drain');
  };
  const written: Written[] = [];
  let total = 0;
  for await (const part of parts) {
    const name = Buffer.from(part.name);
    const start = at;
    await put(
      Buffer.concat([
        numbers(
          [SIGNED.local, 4],
          [20, 2],
          [FLAGS, 2],
          [8, 2],
          [0, 2],
          [0x21, 2],
          [0, 4],
          [0, 4],
          [0, 4],
          [name.length, 2],
          [0, 2],
        ),
        name,
      ]),
    );
    const { crc, packed, size } = await packTo(part, put);
    await put(numbers([SIGNED.descriptor, 4], [crc, 4], [packed, 4], [size, 4]));
    written.push({ name, crc, packed, size, at: start });
    total += size;
  }
  const centralAt = at;
  for (const entry of written) await put(centralOf(entry));
  await put(
    numbers(
      [SIGNED.end, 4],
      [0, 2],
      [0, 2],
      [written.length, 2],
      [written.length, 2],
      [at - centralAt, 4],
      [centralAt, 4],
      [0, 2],
    ),
  );
  out.end();
  await once(out, 'close');
  return total;
}

async function packTo(
  part: ZipPart,
  put: (bytes: Buffer) => Promise<void>,
): Promise<{ crc: number; packed: number; size: number }> {
  const deflate = createDeflateRaw({ level: 5 });
  let crc = 0;
  let size = 0;
  const feeding = (async () => {
    for await (const piece of part.text) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      crc = crc32(bytes, crc);
      size += bytes.length;
      if (!deflate.write(bytes)) await once(deflate, 'drain');
    }
    deflate.end();
  })();
  let packed = 0;
  for await (const chunk of deflate as AsyncIterable<Buffer>) {
    packed += chunk.length;
    await put(chunk);
  }
  await feeding;
  return { crc, packed, size };
}

function centralOf({ name, crc, packed, size, at }: Written): Buffer {
  return Buffer.concat([
    numbers([SIGNED.central, 4], [20, 2], [20, 2], [FLAGS, 2], [8, 2], [0, 2], [0x21, 2], [crc, 4], [packed, 4], [size, 4]),
    numbers([name.length, 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]),
    name,
  ]);
}

function numbers(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of fields) {
    if (bytes === 2) buffer.writeUInt16LE(value, at);
    else buffer.writeUInt32LE(value >>> 0, at);
    at += bytes;
  }
  return buffer;
}
