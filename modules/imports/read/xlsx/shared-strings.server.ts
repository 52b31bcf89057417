// Holds the shared texts of a workbook packed in memory, within a limit.
// Beyond the limit the file is refused: the same table as CSV needs no memory at all.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { SourceError } from '../source/source-error.ts';
import type { Parts } from './parts.server.ts';
import { readPart } from './xml-part.ts';

const MAX_PACKED = 16_000_000;
const MAX_BLOCKS = 10_000;
/** Characters of one text, and of one block. */
const MAX_TEXT = 1_000_000;
const MAX_OPEN = 8_000_000;

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
      if (text !== null && text.length > MAX_TEXT) throw new SourceError('line-too-long');
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

/** Small working memory, results in one piece: what the packer leaves behind is given back late. */
const SMALL = { level: 1, windowBits: 12, memLevel: 4, chunkSize: 1 << 16 } as const;
/** Texts of one block: a lookup needs no index, and neighbours are asked for together. */
const BLOCK = 2048;
/** Unpacked blocks kept at hand. */
const AT_HAND = 40;

/** Blocks of texts, packed. Spreadsheets number texts as they first appear, so a sheet read from its top asks block after block. */
class Store implements SharedStrings {
  readonly #packed: Buffer[] = [];
  readonly #room = Buffer.allocUnsafeSlow(1 << 20);
  readonly #atHand = new Map<number, readonly string[]>();
  #open: string[] = [];
  #openChars = 0;
  #bytes = 0;

  add(text: string): void {
    this.#open.push(text);
    this.#openChars += text.length;
    if (this.#openChars > MAX_OPEN) throw new SourceError('line-too-long');
    if (this.#open.length === BLOCK) this.#pack();
  }

  at(index: number): string | undefined {
    if (!Number.isInteger(index) || index < 0) return undefined;
    const block = Math.floor(index / BLOCK);
    const texts = block === this.#packed.length ? this.#open : this.#block(block);
    return texts?.[index % BLOCK];
  }

  #pack(): void {
    const packed = this.#packedJson(JSON.stringify(this.#open));
    this.#bytes += packed.length;
    if (this.#bytes > MAX_PACKED || this.#packed.length >= MAX_BLOCKS) throw new SourceError('too-many-strings');
    this.#packed.push(packed);
    this.#open = [];
    this.#openChars = 0;
  }

  #packedJson(json: string): Buffer {
    const fits = Buffer.byteLength(json) <= this.#room.length;
    const result = deflateRawSync(fits ? this.#room.subarray(0, this.#room.write(json)) : json, SMALL);
    // A copy: the packer's own buffer is longer than what is in it.
    const packed = Buffer.allocUnsafeSlow(result.length);
    result.copy(packed);
    return packed;
  }

  /** The block asked for last goes last. */
  #block(block: number): readonly string[] | undefined {
    const packed = this.#packed[block];
    if (!packed) return undefined;
    const texts = this.#atHand.get(block) ?? (JSON.parse(inflateRawSync(packed, { windowBits: 12 }).toString()) as string[]);
    this.#atHand.delete(block);
    this.#atHand.set(block, texts);
    const [oldest] = this.#atHand.keys();
    if (this.#atHand.size > AT_HAND && oldest !== undefined) this.#atHand.delete(oldest);
    return texts;
  }
}
