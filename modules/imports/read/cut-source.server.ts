// A source as pieces: every wanted entry is told what it is by its beginning and cut by its kind.
import type { BufferPool } from './pieces/buffer-pool.ts';
import type { Connector, TableConnector, XmlConnector } from '../connector.ts';
import { cutText, type TextHeader } from './text/cut-text.ts';
import { cutXml } from './xml/cut-xml.ts';
import { decoded, detectEncoding, type Encoding, inUtf8 } from './source/decode-text.ts';
import { columnsOf, headerOf } from './text/header.ts';
import type { Piece, TextEntry } from './pieces/piece.ts';
import type { Reading } from './reading.ts';
import { sniff } from './source/sniff.ts';
import { SourceError } from './source/source-error.ts';
import { detectDelimiter } from './text/split-record.ts';
import { xmlEncoding } from './xml/xml-encoding.ts';

const TEXT = /\.(csv|tsv|txt)$/i;

export function cutSource(reading: Reading, connector: Connector, pool: BufferPool, pieceBytes?: number): AsyncGenerator<Piece> {
  return connector.kind === 'xml'
    ? xmlPieces(reading, connector, pool, pieceBytes)
    : textPieces(reading, connector, pool, pieceBytes);
}

async function* textPieces(
  reading: Reading,
  connector: TableConnector,
  pool: BufferPool,
  pieceBytes?: number,
): AsyncGenerator<Piece> {
  let entries = 0;
  for await (const entry of reading.source.entries((name) => TEXT.test(name))) {
    entries += 1;
    const { head, chunks } = await sniff(entry.chunks);
    if (looksBinary(head)) throw new SourceError('not-text', entry.name);
    const encoding = detectEncoding(head);
    reading.encoding = encoding;
    const name = entry.name === reading.source.name ? null : entry.name;
    const { bytes, as } = narrow(chunks, encoding);
    yield* cutText(bytes, entries, headerOfEntry(reading, connector, name, as), pool, pieceBytes);
  }
  if (entries === 0) throw new SourceError('empty');
}

function headerOfEntry(
  reading: Reading,
  connector: TableConnector,
  name: string | null,
  encoding: TextEntry['encoding'],
): TextHeader {
  return {
    entry(first) {
      const text = decoded(new TextDecoder(encoding, { fatal: true }), encoding, first, false)
        .replace(/\r?\n?$/, '')
        .replace(/^\uFEFF/, '');
      const delimiter = detectDelimiter(text);
      reading.delimiter = delimiter;
      const columns = columnsOf(text, delimiter);
      headerOf(connector, columns);
      return { name, encoding, delimiter, columns };
    },
  };
}

async function* xmlPieces(
  reading: Reading,
  connector: XmlConnector,
  pool: BufferPool,
  pieceBytes?: number,
): AsyncGenerator<Piece> {
  const files = connector.files({ subjectCode: reading.subjectCode });
  const fileOf = (name: string) => files.find((file) => file.entry.test(name));
  let entries = 0;
  for await (const entry of reading.source.entries((name) => fileOf(name) !== undefined)) {
    const file = fileOf(entry.name);
    if (!file) throw new SourceError('no-files', entry.name);
    entries += 1;
    const { head, chunks } = await sniff(entry.chunks);
    const encoding = xmlEncoding(head);
    reading.encoding = encoding;
    const { bytes, as } = narrow(chunks, encoding);
    yield* cutXml(bytes, entries, { name: entry.name, encoding: as, file }, pool, pieceBytes);
  }
  if (entries === 0) throw new SourceError('no-files');
}

/** Two-byte text is rare: it becomes UTF-8 on the way, so that ends of lines are single bytes everywhere. */
function narrow(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): { bytes: AsyncIterable<Uint8Array>; as: TextEntry['encoding'] } {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return { bytes: inUtf8(chunks, encoding), as: 'utf-8' };
  return { bytes: chunks, as: encoding };
}

function looksBinary(head: Uint8Array): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false;
  return head.subarray(0, 400).includes(0);
}
