// Cuts an XML file of flat records between records, without parsing it.
// Every «<» must begin a record right after the end of the one before; from where it is otherwise, one strict parser reads a chain of pieces.
import type { BufferPool } from '../pieces/buffer-pool.ts';
import { PIECE_BYTES } from '../pieces/buffer-pool.ts';
import { countLines } from '../text/cut-text.ts';
import { PieceBuffer } from '../pieces/piece-buffer.ts';
import type { Piece, XmlEntry } from '../pieces/piece.ts';

const MAX_PROLOGUE = 16_000;
const [LESS, GREATER, SLASH] = [60, 62, 47];
/** The XML declaration and the document element's tag, and nothing else. */
const PROLOGUE = /^\uFEFF?\s*(<\?xml\s[^<>]*\?>\s*)?<[^<>!?/][^<>]*[^</>]>\s*$/;

export async function* cutXml(
  chunks: AsyncIterable<Uint8Array>,
  entryNo: number,
  entry: Omit<XmlEntry, 'prologue'>,
  pool: BufferPool,
  pieceBytes = PIECE_BYTES,
): AsyncGenerator<Piece> {
  const buffer = new PieceBuffer(pool);
  const cutter = new XmlCutter(buffer, entryNo, entry);
  for await (const chunk of chunks) {
    buffer.add(chunk);
    yield* cutter.cut(pieceBytes);
  }
  yield cutter.last();
}

/** `prologue`: the first record has not been found yet. `flat`: between records. `chain`: no more cutting. */
type State = 'prologue' | 'flat' | 'chain';

class XmlCutter {
  readonly #buffer: PieceBuffer;
  readonly #entryNo: number;
  readonly #start: Buffer;
  #entry: XmlEntry;
  #state: State;
  #chained = false;
  #line = 1;
  #records = 0;
  /** Up to here every «<» has been looked at. */
  #looked = 0;
  /** Where the last record begins, and how many came before it. */
  #boundary = 0;
  #before = 0;

  constructor(buffer: PieceBuffer, entryNo: number, entry: Omit<XmlEntry, 'prologue'>) {
    this.#buffer = buffer;
    this.#entryNo = entryNo;
    this.#entry = { ...entry, prologue: null };
    this.#start = Buffer.from(`<${entry.file.records[0] ?? ''}`);
    this.#state = entry.encoding === 'utf-8' && entry.file.records.length === 1 ? 'prologue' : 'chain';
  }

  *cut(pieceBytes: number): Generator<Piece> {
    if (this.#state === 'prologue') this.#findPrologue();
    if (this.#state === 'flat' && !this.#look()) {
      // What stands here is no record: the pieces before it are sound, all the rest is for the strict parser.
      if (this.#boundary > 0) yield this.#flat();
      this.#state = 'chain';
    }
    if (this.#buffer.used < pieceBytes) return;
    if (this.#state === 'flat' && this.#boundary > 0) yield this.#flat();
    else if (this.#state === 'flat' && this.#buffer.used > pieceBytes * 2) this.#state = 'chain';
    if (this.#state === 'chain') yield this.#chain(false);
  }

  last(): Piece {
    return this.#chain(true);
  }

  #findPrologue(): void {
    const { bytes, used } = this.#buffer;
    const at = this.#firstRecord();
    if (at < 0 && used <= MAX_PROLOGUE) return;
    const text = at > 0 ? bytes.toString('utf8', 0, at) : '';
    if (!PROLOGUE.test(text)) {
      this.#state = 'chain';
      return;
    }
    this.#line += countLines(bytes, at);
    this.#buffer.cut(at);
    this.#entry = { ...this.#entry, prologue: text.replace(/^\uFEFF/, '') };
    this.#state = 'flat';
  }

  #firstRecord(): number {
    const bytes = this.#buffer.bytes.subarray(0, this.#buffer.used);
    let at = bytes.indexOf(this.#start);
    while (at >= 0 && !isSpace(bytes[at + this.#start.length])) at = bytes.indexOf(this.#start, at + 1);
    return at;
  }

  /** False at something that is no flat record after another; then the boundary is the last sound place. */
  #look(): boolean {
    const { bytes, used } = this.#buffer;
    for (;;) {
      const at = bytes.indexOf(LESS, this.#looked);
      if (at < 0 || at + this.#start.length >= used) {
        this.#looked = at < 0 || at > used ? used : at;
        return true;
      }
      const ends = this.#endsBefore(at);
      if (ends) this.#boundary = at;
      if (ends) this.#before = this.#records;
      if (!ends || !this.#begins(at)) return false;
      this.#records += 1;
      this.#looked = at + 1;
    }
  }

  #begins(at: number): boolean {
    const { bytes } = this.#buffer;
    for (let index = 0; index < this.#start.length; index += 1) if (bytes[at + index] !== this.#start[index]) return false;
    return isSpace(bytes[at + this.#start.length]);
  }

  #endsBefore(at: number): boolean {
    const { bytes } = this.#buffer;
    let before = at - 1;
    while (before >= 0 && isSpace(bytes[before])) before -= 1;
    return before < 0 || (bytes[before] === GREATER && bytes[before - 1] === SLASH);
  }

  /** Up to the boundary. */
  #flat(): Piece {
    const piece = this.#piece(this.#boundary, this.#first, { opens: true, closes: true, flat: true });
    this.#first = this.#before;
    this.#looked -= Math.min(this.#looked, this.#boundary);
    this.#boundary = 0;
    return piece;
  }

  /** Records before the bytes at hand. */
  #first = 0;

  #chain(closes: boolean): Piece {
    const opens = !this.#chained;
    this.#chained = true;
    return this.#piece(this.#buffer.used, this.#first, { opens, closes, flat: false });
  }

  #piece(length: number, records: number, part: Pick<Piece, 'opens' | 'closes' | 'flat'>): Piece {
    const line = this.#line;
    this.#line += countLines(this.#buffer.bytes, length);
    return { entry: this.#entry, entryNo: this.#entryNo, bytes: this.#buffer.cut(length), line, records, ...part };
  }
}

function isSpace(byte: number | undefined): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}
