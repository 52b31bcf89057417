// Writes a ZIP as its entries come, over yazl: nothing is held but the compressor's buffer.
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export interface ZipEntry {
  name: string;
  body: Iterable<string | Buffer> | AsyncIterable<string | Buffer>;
}

/** The same entries give the same bytes: times are not told. */
const NO_TIME = new Date(Date.UTC(1980, 0, 1));

export function zipStream(entries: readonly ZipEntry[]): Readable {
  const zip = new ZipFile();
  const output = Readable.from(zip.outputStream as Readable, { objectMode: false });
  zip.on('error', (error: Error) => output.destroy(error));
  for (const { name, body } of entries)
    zip.addReadStreamLazy(name, { mtime: NO_TIME }, (give) => {
      const source = Readable.from(bytesOf(body), { objectMode: false });
      source.once('error', (error) => output.destroy(error));
      output.once('close', () => source.destroy());
      give(null, source);
    });
  zip.end();
  return output;
}

async function* bytesOf(body: ZipEntry['body']): AsyncGenerator<Buffer> {
  for await (const piece of body) yield typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
}
