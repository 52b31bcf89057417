// The texts of a workbook that cells name by number, packed into bytes: a million of them are a few dozen megabytes, not hundreds.
// More than the bound is refused: the same table as CSV needs no memory at all.
import { SourceError } from '../source-error.ts';
import type { Parts } from './parts.server.ts';
import { readPart } from './xml-part.ts';

const MAX_BYTES = 48_000_000;
const MAX_TEXTS = 3_000_000;
const BLOCK = 1 << 20;

export interface SharedStrings {
  at(index: number): string | undefined;
}

export const NO_STRINGS: SharedStrings = { at: () => undefined };

export async function sharedStringsOf(parts: Parts, part: string | null): Promise<SharedStrings> {
  if (part === null) return NO_STRINGS;
  const store = new Store();
  let text: string | null = null;
  let inText = false;
  let phonetic = 0;
  await readPart(await parts.open(part), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') inText = true;
      else if (name === 'rPh') phonetic += 1;
    },
    text(piece) {
      if (text !== null && inText && phonetic === 0) text += piece;
      if (text !== null && text.length > BLOCK) throw new SourceError('line-too-long');
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') {
        store.add(unescaped(text ?? ''));
        text = null;
      }
    },
  });
  return store;
}

/** «_x000D_»: how a workbook writes what XML can not hold. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

const LENGTH_BYTES = 4;
const PAGE = 1 << 16;

/** Every text is written with its length before it; where it begins is noted page by page, so that growing copies nothing. */
class Store implements SharedStrings {
  readonly #blocks: Buffer[] = [];
  readonly #starts: Uint32Array[] = [];
  #count = 0;
  #bytes = 0;

  add(text: string): void {
    const length = Buffer.byteLength(text);
    const needed = length + LENGTH_BYTES;
    if (needed > BLOCK) throw new SourceError('line-too-long');
    // A text lies in one block whole.
    const room = BLOCK - (this.#bytes % BLOCK);
    if (needed > room) this.#bytes += room;
    if (this.#bytes + needed > MAX_BYTES || this.#count >= MAX_TEXTS) throw new SourceError('too-many-strings');
    const block = this.#blockAt(this.#bytes);
    block.writeUInt32LE(length, this.#bytes % BLOCK);
    block.write(text, (this.#bytes % BLOCK) + LENGTH_BYTES);
    this.#note(this.#bytes);
    this.#bytes += needed;
  }

  at(index: number): string | undefined {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count) return undefined;
    const start = this.#starts[Math.floor(index / PAGE)]?.[index % PAGE] ?? 0;
    const block = this.#blockAt(start);
    const from = (start % BLOCK) + LENGTH_BYTES;
    return block.toString('utf8', from, from + block.readUInt32LE(start % BLOCK));
  }

  #blockAt(place: number): Buffer {
    const at = Math.floor(place / BLOCK);
    this.#blocks[at] ??= Buffer.allocUnsafeSlow(BLOCK);
    return this.#blocks[at];
  }

  #note(place: number): void {
    const at = Math.floor(this.#count / PAGE);
    const page = (this.#starts[at] ??= new Uint32Array(PAGE));
    page[this.#count % PAGE] = place;
    this.#count += 1;
  }
}
