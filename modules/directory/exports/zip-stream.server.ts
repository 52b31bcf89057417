// A ZIP written as it goes: sizes and checksums follow each entry, so nothing is held but the entry's compressor.
import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipPart {
  name: string;
  text: Iterable<string> | AsyncIterable<string>;
}

interface Written {
  name: Buffer;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

/** Names in UTF-8, sizes after the data. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** The first day a ZIP knows: the same rows give the same bytes. */
const DAY = 0x21;

export async function* zipStream(parts: readonly ZipPart[]): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for (const part of parts) {
    const entry: Written = { name: Buffer.from(part.name, 'utf8'), crc: 0, packed: 0, size: 0, offset };
    const head = Buffer.concat([u32(0x04034b50), facts({ ...entry, crc: 0 }), entry.name]);
    yield head;
    for await (const piece of packed(part, entry)) yield piece;
    const tail = Buffer.concat([u32(0x08074b50), u32(entry.crc), u32(entry.packed), u32(entry.size)]);
    yield tail;
    offset += head.length + entry.packed + tail.length;
    written.push(entry);
  }
  const list = Buffer.concat(
    written.map((entry) =>
      Buffer.concat([u32(0x02014b50), u16(20), facts(entry), u16(0), u16(0), u16(0), u32(0), u32(entry.offset), entry.name]),
    ),
  );
  const count = u16(written.length);
  yield Buffer.concat([list, u32(0x06054b50), u16(0), u16(0), count, count, u32(list.length), u32(offset), u16(0)]);
}

async function* packed(part: ZipPart, entry: Written): AsyncGenerator<Buffer> {
  const counted = async function* () {
    for await (const text of part.text) {
      const bytes = Buffer.from(text, 'utf8');
      entry.crc = crc32(bytes, entry.crc);
      entry.size += bytes.length;
      yield bytes;
    }
  };
  const source = Readable.from(counted(), { objectMode: false });
  const deflated = createDeflateRaw({ level: 6 });
  source.on('error', (error) => deflated.destroy(error));
  for await (const piece of source.pipe(deflated) as AsyncIterable<Buffer>) {
    entry.packed += piece.length;
    yield piece;
  }
}

/** Version, flags, method, day, checksum, sizes, length of the name: the part both headers share. */
function facts({ crc, packed: size, size: whole, name }: Written): Buffer {
  const numbers = [u32(crc), u32(size), u32(whole)];
  return Buffer.concat([u16(20), u16(FLAGS), u16(DEFLATED), u16(0), u16(DAY), ...numbers, u16(name.length), u16(0)]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
