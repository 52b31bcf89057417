// Cuts delimited text at places where no record can be open, without reading it.
import type { BufferPool } from '../pieces/buffer-pool.ts';
import { PIECE_BYTES } from '../pieces/buffer-pool.ts';
import { PieceBuffer } from '../pieces/piece-buffer.ts';
import type { Piece, TextEntry } from '../pieces/piece.ts';
import { SourceError } from '../source/source-error.ts';
import { MAX_LINE } from './text-reader.ts';

const NEWLINE = 10;
/** In UTF-8 a character takes up to four bytes. */
const MAX_LINE_BYTES = 4 * MAX_LINE;
/** So many lines back a safe place is looked for. */
const LOOK_BACK = 200;

export interface TextHeader {
  /** Reads the first line; throws when it is not the header it should be. */
  entry(first: Uint8Array): TextEntry;
}

/** After a line with as many delimiters as the header no record is open (see LineJoiner), so the next line begins one. Where such lines fail
 * to come, pieces are chained: one reader reads them one after the other. */
export async function* cutText(
  chunks: AsyncIterable<Uint8Array>,
  entryNo: number,
  header: TextHeader,
  pool: BufferPool,
  pieceBytes = PIECE_BYTES,
): AsyncGenerator<Piece> {
  const buffer = new PieceBuffer(pool);
  let entry: TextEntry | null = null;
  let line = 1;
  let chained = false;
  const piece = (length: number, known: TextEntry, safe: boolean): Piece => {
    const begins = line;
    line += countLines(buffer.bytes, length);
    const made = {
      entry: known,
      entryNo,
      bytes: buffer.cut(length),
      line: begins,
      records: 0,
      opens: !chained,
      closes: safe,
      flat: false,
    };
    chained = !safe;
    return made;
  };
  for await (const chunk of chunks) {
    buffer.add(chunk);
    if (!entry) {
      entry = headerIn(buffer, header, false);
      if (!entry) continue;
      line = 2;
    }
    while (buffer.used >= pieceBytes) {
      const cut = lastCut(buffer, entry);
      if (cut.length === 0) break;
      yield piece(cut.length, entry, cut.safe);
    }
  }
  entry ??= headerIn(buffer, header, true);
  if (!entry) throw new SourceError('empty');
  if (buffer.used > 0 || chained) yield piece(buffer.used, entry, true);
}

function headerIn(buffer: PieceBuffer, header: TextHeader, whole: boolean): TextEntry | null {
  const end = buffer.bytes.subarray(0, buffer.used).indexOf(NEWLINE);
  if (end < 0 && !whole) {
    if (buffer.used > MAX_LINE_BYTES) throw new SourceError('line-too-long');
    return null;
  }
  if (end < 0 && buffer.used === 0) return null;
  return header.entry(buffer.cut(end < 0 ? buffer.used : end + 1));
}

/** Where to cut: after the last line that closes a record, else after the last line; 0 when there is no whole line yet. */
function lastCut({ bytes, used }: PieceBuffer, entry: TextEntry): { length: number; safe: boolean } {
  const last = bytes.lastIndexOf(NEWLINE, used - 1);
  if (last < 0 || last >= used) {
    if (used > MAX_LINE_BYTES) throw new SourceError('line-too-long');
    return { length: 0, safe: false };
  }
  const delimiter = entry.delimiter.charCodeAt(0);
  let end = last;
  for (let looked = 0; looked < LOOK_BACK && end >= 0; looked += 1) {
    const before = end === 0 ? -1 : bytes.lastIndexOf(NEWLINE, end - 1);
    if (countOf(bytes, delimiter, before + 1, end) >= entry.columns.length - 1) return { length: end + 1, safe: true };
    end = before;
  }
  return { length: last + 1, safe: false };
}

function countOf(bytes: Uint8Array, byte: number, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (bytes[at] === byte) count += 1;
  return count;
}

export function countLines(bytes: Uint8Array, length: number): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0 && at < length; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
