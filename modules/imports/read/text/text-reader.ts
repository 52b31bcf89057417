// Reads whole lines of delimited text, field by field as bytes; lines with quotes go the careful way.
// A field becomes text only when it is asked for.
import { isUtf8 } from 'node:buffer';
import type { RowMapper, SourceRecord } from '../../connector.ts';
import { cleanField } from './clean-field.ts';
import { Header, recordOf } from './header.ts';
import { LineJoiner } from './line-joiner.ts';
import type { Piece, PieceWork, TextEntry } from '../pieces/piece.ts';
import type { PieceSink } from '../pieces/piece-sink.ts';
import { hashBytes, type Mark, seedOf } from '../known/record-hash.ts';
import { SameAsBefore } from './same-as-before.ts';
import { SourceError } from '../source/source-error.ts';
import { splitRecord } from './split-record.ts';

const [NEWLINE, RETURN, QUOTE] = [10, 13, 34];
export const MAX_LINE = 1_000_000;

export class TextReader {
  readonly #entry: TextEntry;
  readonly #header: Header;
  readonly #map: RowMapper;
  readonly #sink: PieceSink;
  readonly #joiner: LineJoiner;
  readonly #same: SameAsBefore;
  readonly #decode: (from: number, to: number) => string;
  readonly #record: SourceRecord;
  readonly #raw: () => string;
  readonly #mark: Mark = { low: 0, high: 0 };
  readonly #seed: bigint;
  /** Where the fields of the plain line end. */
  readonly #ends: Int32Array;
  readonly #delimiter: number;
  #bytes = Buffer.alloc(0);
  #from = 0;
  #to = 0;
  #line = 0;

  constructor(work: PieceWork, entry: TextEntry, map: RowMapper, sink: PieceSink) {
    this.#entry = entry;
    this.#map = map;
    this.#sink = sink;
    this.#header = new Header(entry.columns);
    this.#delimiter = entry.delimiter.charCodeAt(0);
    this.#ends = new Int32Array(entry.columns.length);
    this.#seed = seedOf(`${work.markSeed} ${entry.encoding} ${entry.columns.join(entry.delimiter)}`);
    this.#same = new SameAsBefore(work.repeats.map((column) => this.#header.find(column)));
    this.#joiner = new LineJoiner(entry.delimiter, entry.columns.length, {
      row: (from, raw) => this.#carefully(from, raw),
      broken: (from, raw) => sink.broken(from, entry.name, 'field-count', raw),
    });
    const cp1251 = entry.encoding === 'utf-8' ? null : new TextDecoder(entry.encoding);
    this.#decode = (from, to) => cp1251?.decode(this.#bytes.subarray(from, to)) ?? this.#bytes.toString('utf8', from, to);
    this.#record = (column) => this.#field(this.#header.find(column));
    this.#raw = () => this.#decode(this.#from, this.#to);
  }

  /** Whole lines; the last one of a file may lack its end. */
  read(piece: Piece): void {
    const { bytes } = piece;
    this.#line = piece.line;
    if (this.#entry.encoding === 'utf-8' && !isUtf8(bytes)) throw new SourceError('encoding', this.#entry.encoding);
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#same.forget();
    for (let from = 0; from < bytes.length; ) {
      const end = this.#lineFrom(from);
      this.#take(from, end > from && bytes[end - 1] === RETURN ? end - 1 : end);
      this.#line += 1;
      from = end + 1;
    }
    if (piece.closes) this.#joiner.end();
  }

  #fields = 0;
  #quoted = false;

  /** Finds the end of the line and of its fields. */
  #lineFrom(from: number): number {
    const [bytes, ends, delimiter] = [this.#bytes, this.#ends, this.#delimiter];
    const stop = bytes.indexOf(NEWLINE, from);
    const end = stop < 0 ? bytes.length : stop;
    const last = ends.length - 1;
    let field = 0;
    this.#quoted = false;
    for (let at = from; at < end; at += 1) {
      const byte = bytes[at];
      if (byte === delimiter) {
        if (field < last) ends[field] = at;
        field += 1;
      } else if (byte === QUOTE && (at === from || bytes[at - 1] === delimiter)) this.#quoted = true;
    }
    this.#fields = field + 1;
    return end;
  }

  #take(from: number, to: number): void {
    const plain = this.#fields === this.#ends.length && !this.#quoted && !this.#joiner.isOpen && to - from <= MAX_LINE;
    if (plain && !this.#isBlank(from, to)) this.#plainly(from, to);
    else {
      this.#same.forget();
      const text = this.#decode(from, to);
      if (text.length > MAX_LINE) throw new SourceError('line-too-long');
      this.#marked = !this.#joiner.isOpen;
      if (this.#marked) hashBytes(this.#bytes, from, to, this.#seed, this.#mark);
      this.#joiner.line(this.#line, text);
    }
  }

  /** The record is one line, so it has a mark. */
  #marked = false;

  #isBlank(from: number, to: number): boolean {
    return this.#ends.length === 1 || this.#delimiter <= 32 ? this.#decode(from, to).trim() === '' : false;
  }

  #plainly(from: number, to: number): void {
    const mark = this.#mark;
    this.#from = from;
    this.#to = to;
    this.#ends[this.#ends.length - 1] = to;
    hashBytes(this.#bytes, from, to, this.#seed, mark);
    const unchanged = this.#sink.known?.meet(mark) ?? false;
    const same = this.#same.check(this.#bytes, from, this.#ends);
    if (unchanged && same) return this.#sink.skip();
    const mapped = this.#map(this.#record, this.#line, this.#raw, same);
    this.#sink.take(this.#line, this.#entry.name, mapped, this.#raw, mark, unchanged);
    if ('failed' in mapped) this.#same.forget();
  }

  #field(index: number): string {
    if (index < 0) return '';
    const from = index === 0 ? this.#from : (this.#ends[index - 1] as number) + 1;
    const to = this.#ends[index] as number;
    return from === to ? '' : cleanField(this.#decode(from, to));
  }

  #carefully(line: number, raw: string): boolean {
    const cells = splitRecord(raw, this.#entry.delimiter, this.#entry.columns.length);
    if (!cells) return false;
    const mark = this.#marked ? this.#mark : null;
    const unchanged = mark !== null && (this.#sink.known?.meet(mark) ?? false);
    const mapped = this.#map(recordOf(this.#header, cells), line, () => raw, false);
    this.#sink.take(line, this.#entry.name, mapped, () => raw, mark, unchanged);
    return true;
  }
}
