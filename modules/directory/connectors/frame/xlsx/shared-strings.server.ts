// The texts of a workbook that cells name by number, packed into bytes: a million of them are a few dozen megabytes, not hundreds.
// More than the bound is refused: the same table as CSV needs no memory at all.
import { SourceError } from '../source-error.ts';
import type { Parts } from './parts.server.ts';
import { readPart } from './xml-part.ts';

const MAX_BYTES = 96_000_000;
const MAX_TEXTS = 8_000_000;
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

class Store implements SharedStrings {
  readonly #blocks: Buffer[] = [];
  #starts = new Uint32Array(1024);
  #count = 0;
  #bytes = 0;

  add(text: string): void {
    const length = Buffer.byteLength(text);
    // A text lies in one block whole.
    const room = BLOCK - (this.#bytes % BLOCK);
    if (length > room) this.#bytes += room;
    if (this.#bytes + length > MAX_BYTES || this.#count >= MAX_TEXTS) throw new SourceError('too-many-strings');
    if (length > BLOCK) throw new SourceError('line-too-long');
    this.#note(this.#bytes);
    const at = Math.floor(this.#bytes / BLOCK);
    this.#blocks[at] ??= Buffer.allocUnsafeSlow(BLOCK);
    this.#blocks[at].write(text, this.#bytes % BLOCK);
    this.#bytes += length;
    this.#note(this.#bytes);
  }

  at(index: number): string | undefined {
    if (!Number.isInteger(index) || index < 0 || 2 * index >= this.#count) return undefined;
    const start = this.#starts[2 * index] ?? 0;
    const end = this.#starts[2 * index + 1] ?? 0;
    const from = start % BLOCK;
    return this.#blocks[Math.floor(start / BLOCK)]?.toString('utf8', from, from + end - start) ?? '';
  }

  #note(place: number): void {
    if (this.#count === this.#starts.length) {
      const longer = new Uint32Array(this.#starts.length * 2);
      longer.set(this.#starts);
      this.#starts = longer;
    }
    this.#starts[this.#count] = place;
    this.#count += 1;
  }
}
