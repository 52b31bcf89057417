// Lines of text that comes in pieces, bounded: a line without an end is a hostile file, not a long one.
import { SourceError } from './source-error.ts';

const MAX_LINE = 1_000_000;

export class LineSplitter {
  readonly #take: (line: number, text: string) => void;
  #rest = '';
  #line = 0;

  constructor(take: (line: number, text: string) => void) {
    this.#take = take;
  }

  push(piece: string): void {
    const text = this.#rest + piece;
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.#line += 1;
      this.#take(this.#line, text.slice(from, text[end - 1] === '\r' && end > from ? end - 1 : end));
      from = end + 1;
    }
    this.#rest = text.slice(from);
    if (this.#rest.length > MAX_LINE) throw new SourceError('line-too-long');
  }

  end(): void {
    if (this.#rest) this.#take(this.#line + 1, this.#rest.replace(/\r$/, ''));
  }
}
