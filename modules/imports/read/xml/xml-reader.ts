// Reads a piece of an XML file or a chain of them: flat records fast, the rest by the strict parser.
import { isUtf8 } from 'node:buffer';
import type { XmlMapper, XmlNode, XmlPlace } from '../../connector.ts';
import { decoded } from '../source/decode-text.ts';
import { FlatRecords } from './flat-record.ts';
import type { Piece, PieceWork, XmlEntry } from '../pieces/piece.ts';
import type { PieceSink } from '../pieces/piece-sink.ts';
import { hashBytes, type Mark, seedOf } from '../known/record-hash.ts';
import { type RecordParser, recordParser } from './record-parser.ts';
import { SourceError } from '../source/source-error.ts';
import { rawOf } from './xml-raw.ts';

const [TAB, NEWLINE, RETURN, SPACE] = [9, 10, 13, 32];
const NO_CHILDREN: readonly XmlNode[] = [];

export class XmlReader {
  readonly #entry: XmlEntry;
  readonly #map: XmlMapper;
  readonly #sink: PieceSink;
  readonly #name: string;
  readonly #flat: FlatRecords;
  readonly #seed: bigint;
  readonly #mark: Mark = { low: 0, high: 0 };
  #root: XmlPlace['root'] | null = null;
  /** Of the chain being read. */
  #chain: { parser: RecordParser; decoder: TextDecoder } | null = null;

  constructor(work: PieceWork, entry: XmlEntry, map: XmlMapper, sink: PieceSink) {
    this.#entry = entry;
    this.#map = map;
    this.#sink = sink;
    this.#name = entry.file.records[0] ?? '';
    this.#flat = new FlatRecords(this.#name);
    this.#seed = seedOf(`${work.markSeed} ${entry.file.kind}`);
  }

  read(piece: Piece): void {
    if (piece.flat) this.#readFlat(piece);
    else this.#readOn(piece);
  }

  #readOn(piece: Piece): void {
    if (piece.opens)
      this.#chain = {
        parser: this.#strictly(piece.line, piece.records),
        decoder: new TextDecoder(this.#entry.encoding, { fatal: true }),
      };
    if (!this.#chain) throw new Error('a piece without its beginning');
    const { parser, decoder } = this.#chain;
    parser.write(decoded(decoder, this.#entry.encoding, piece.bytes, !piece.closes));
    if (piece.closes) parser.close();
  }

  /** A parser that stands where the piece begins. */
  #strictly(line: number, records: number): RecordParser {
    const { prologue, name, file } = this.#entry;
    const parser = recordParser(file, name, (record, at, root) => this.#take(record, at, root, null));
    if (prologue === null) return parser;
    parser.write(prologue);
    parser.moveTo(line, records);
    return parser;
  }

  #readFlat(piece: Piece): void {
    const bytes = Buffer.from(piece.bytes.buffer, piece.bytes.byteOffset, piece.bytes.byteLength);
    if (!isUtf8(bytes)) throw new SourceError('encoding', 'utf-8');
    this.#root ??= this.#strictly(piece.line, piece.records).root();
    const place = { line: piece.line, records: piece.records };
    let at = 0;
    while ((at = gapEnd(bytes, at, place)) < bytes.length) {
      const end = at < 0 ? -1 : bytes.indexOf('/>', at) + 2;
      if (end < 2 || !this.#record(bytes, at, end, place)) return this.#restStrictly(bytes, Math.max(at, 0), place);
      at = end;
    }
  }

  /** False when it is not as simple as it looked. */
  #record(bytes: Buffer, from: number, to: number, place: { line: number; records: number }): boolean {
    const mark = this.#mark;
    hashBytes(bytes, from, to, this.#seed, mark);
    if (this.#sink.known?.meet(mark)) {
      this.#sink.skip();
      place.records += 1;
      return true;
    }
    const attributes = this.#flat.attributes(bytes.toString('utf8', from, to));
    if (!attributes || !this.#root) return false;
    place.records += 1;
    const record = { name: this.#name, attributes, children: NO_CHILDREN, text: '' };
    this.#take(record, Math.max(place.line, place.records), this.#root, mark);
    return true;
  }

  #restStrictly(bytes: Buffer, from: number, place: { line: number; records: number }): void {
    const parser = this.#strictly(place.line, place.records);
    parser.write(bytes.toString('utf8', from));
    parser.write(`</${/<([^\s<>/]+)[^<]*$/.exec(this.#entry.prologue ?? '')?.[1] ?? ''}>`);
    parser.close();
  }

  #take(record: XmlNode, line: number, root: XmlPlace['root'], mark: Mark | null): void {
    const { name, file } = this.#entry;
    this.#sink.take(line, name, this.#map(record, { kind: file.kind, entry: name, line, root }), () => rawOf(record), mark);
  }
}

/** Where the white space between records ends; -1 when the lines are not ended as usual. */
function gapEnd(bytes: Buffer, from: number, place: { line: number }): number {
  let at = from;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === NEWLINE) place.line += 1;
    else if (byte === RETURN && bytes[at + 1] !== NEWLINE) return -1;
    else if (byte !== SPACE && byte !== TAB && byte !== RETURN) return at;
  }
  return at;
}
