// Reads pieces of one run: in a thread of its own, or in the process itself.
import type { RowMapper, XmlMapper } from '../../connector.ts';
import type { Piece, PieceRead, PieceWork, TextEntry, XmlEntry } from './piece.ts';
import { PieceSink } from './piece-sink.ts';
import { TextReader } from '../text/text-reader.ts';
import { XmlReader } from '../xml/xml-reader.ts';

export type PieceMapper = RowMapper | XmlMapper;

export function pieceReader(work: PieceWork, mapper: PieceMapper): (piece: Piece) => PieceRead {
  const sink = new PieceSink(work);
  const readerOf = (entry: Piece['entry']) =>
    work.kind === 'xml'
      ? new XmlReader(work, entry as XmlEntry, mapper as XmlMapper, sink)
      : new TextReader(work, entry as TextEntry, mapper as RowMapper, sink);
  let current: { entryNo: number; reader: TextReader | XmlReader } | null = null;
  return (piece) => {
    if (current?.entryNo !== piece.entryNo) current = { entryNo: piece.entryNo, reader: readerOf(piece.entry) };
    current.reader.read(piece);
    // The piece has been read: its bytes make room for its rows.
    return sink.done(piece.bytes.buffer);
  };
}
