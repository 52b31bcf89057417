// Lines into records: reads on while a quote stands open and the record is too short.
import { type Delimiter, isOpen } from './split-record.ts';

/** A record may go on over this many lines before it is called broken. */
const MAX_JOINED = 10;

export interface Records {
  /** False when the text does not come apart into the header's columns. */
  row(line: number, raw: string): boolean;
  broken(line: number, raw: string): void;
}

export class LineJoiner {
  readonly #delimiter: Delimiter;
  readonly #columns: number;
  readonly #records: Records;
  #open: { line: number; raw: string; joined: number } | null = null;

  constructor(delimiter: Delimiter, columns: number, records: Records) {
    this.#delimiter = delimiter;
    this.#columns = columns;
    this.#records = records;
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  line(line: number, text: string): void {
    if (!this.#open && !text.trim()) return;
    const started = this.#open ?? { line, raw: '', joined: 0 };
    const raw = this.#open ? `${started.raw} ${text}` : text;
    this.#open = null;
    if (this.#records.row(started.line, raw)) return;
    if (this.#goesOn(raw, started.joined)) this.#open = { line: started.line, raw, joined: started.joined + 1 };
    else this.#records.broken(started.line, raw);
  }

  end(): void {
    if (this.#open) this.#records.broken(this.#open.line, this.#open.raw);
    this.#open = null;
  }

  /** Not once it has as many delimiters as the header: so after a line that has them by itself no record is open, whatever stood before. */
  #goesOn(raw: string, joined: number): boolean {
    return joined < MAX_JOINED && isOpen(raw, this.#delimiter) && raw.split(this.#delimiter).length < this.#columns;
  }
}
