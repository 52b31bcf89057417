// Reads workbooks inside an archive one after the other; each is held packed, so its size is bounded.
import type { TableConnector } from '../../connector.ts';
import { readWorkbook } from './read-workbook.server.ts';
import type { Reading, Sink } from '../reading.ts';
import { SourceError } from '../source/source-error.ts';

const MAX_PACKED = 48_000_000;

export async function readWorkbooks(reading: Reading, connector: TableConnector, sink: Sink): Promise<void> {
  for await (const entry of reading.source.entries((name) => /\.xlsx$/i.test(name)))
    await readWorkbook(reading, connector, await whole(entry.chunks, entry.name), sink, entry.name);
}

async function whole(chunks: AsyncIterable<Uint8Array>, name: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of chunks) {
    size += piece.length;
    if (size > MAX_PACKED) throw new SourceError('workbook-in-archive', name);
    // The source takes its pieces back as soon as the next is asked for.
    pieces.push(Uint8Array.from(piece));
  }
  return Buffer.concat(pieces, size);
}
