// Fast parser of an XML record that is one empty element with plain attributes; null for whatever else.
import { XML_LIMITS } from '../source/limits.ts';

const [QUOTE, SLASH, SPACE, EQUALS] = [34, 47, 32, 61];
/** References, control characters, characters XML does not have. */
const ODD = /[&\u0000-\u001f\ufffe\uffff]/;
const NAME = /^[A-Za-z_][\w.-]*$/;

/** Records of one kind have the same attributes in the same order, so their names are foretold by the record before. */
export class FlatRecords {
  readonly #start: number;
  #foretold: string[] = [];
  readonly #names = new Set<string>();

  constructor(name: string) {
    this.#start = name.length + 1;
  }

  /** `text` is from «<» to the first «/>». */
  attributes(text: string): Record<string, string> | null {
    if (ODD.test(text) || text.indexOf('<', 1) > 0) return null;
    const attributes: Record<string, string> = {};
    const end = text.length - 2;
    let at = this.#start;
    for (let count = 0; count <= XML_LIMITS.attributes; count += 1) {
      const gap = at;
      while (text.charCodeAt(at) === SPACE) at += 1;
      if (text.charCodeAt(at) === SLASH) return at === end ? attributes : null;
      if (at === gap) return null;
      const name = this.#nameAt(text, at, count);
      if (name === null || name in attributes) return null;
      const from = at + name.length + 2;
      const to = text.indexOf('"', from);
      if (to < 0) return null;
      attributes[name] = text.slice(from, to);
      at = to + 1;
    }
    return null;
  }

  #nameAt(text: string, at: number, count: number): string | null {
    const guess = this.#foretold[count];
    if (guess !== undefined && text.startsWith(guess, at) && isBefore(text, at + guess.length)) return guess;
    const equals = text.indexOf('=', at);
    const name = text.slice(at, equals);
    if (equals < 0 || !isBefore(text, equals)) return null;
    if (!this.#names.has(name)) {
      if (!NAME.test(name) || name.startsWith('xmlns') || this.#names.size > 200) return null;
      this.#names.add(name);
    }
    this.#foretold[count] = name;
    return name;
  }
}

function isBefore(text: string, at: number): boolean {
  return text.charCodeAt(at) === EQUALS && text.charCodeAt(at + 1) === QUOTE;
}
