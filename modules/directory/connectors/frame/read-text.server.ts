// Rows of delimited text as records by column name.
import type { TableConnector } from './connector.ts';
import { decodeText, detectEncoding } from './decode-text.ts';
import { columnsOf, type Header, headerOf, recordOf } from './header.ts';
import { LineSplitter } from './read-lines.ts';
import type { Entry } from './source.ts';
import type { Reading, Sink } from './reading.ts';
import { sniff } from './sniff.ts';
import { SourceError } from './source-error.ts';
import { detectDelimiter, isOpen, splitRecord } from './split-record.ts';

/** A record may go on over this many lines before it is called broken. */
const MAX_JOINED = 10;
const TEXT = /\.(csv|tsv|txt)$/i;

export async function readText(reading: Reading, connector: TableConnector, sink: Sink): Promise<void> {
  const map = connector.mapper(reading.run);
  let entries = 0;
  for await (const entry of reading.source.entries((name) => TEXT.test(name))) {
    entries += 1;
    const inside = entry.name === reading.source.name ? null : entry.name;
    await readEntry(reading, connector, entry, {
      row: (line, raw, header) => {
        const cells = splitRecord(raw, header.delimiter, header.names.length);
        if (cells) sink.take(line, inside, map(recordOf(header, cells), line, raw), raw);
        return cells !== null;
      },
      broken: (line, raw) => sink.broken(line, inside, 'field-count', raw),
      settle: () => sink.settle(),
    });
  }
  if (entries === 0) throw new SourceError('empty');
}

interface Rows {
  /** False when the line does not come apart into the header's columns. */
  row(line: number, raw: string, header: Header): boolean;
  broken(line: number, raw: string): void;
  settle(): Promise<void>;
}

async function readEntry(reading: Reading, connector: TableConnector, entry: Entry, rows: Rows): Promise<void> {
  const { head, chunks } = await sniff(entry.chunks);
  if (looksBinary(head)) throw new SourceError('not-text', entry.name);
  const encoding = detectEncoding(head);
  reading.encoding = encoding;
  const joiner = new Joiner(connector, rows, reading);
  const lines = new LineSplitter((line, text) => joiner.line(line, text));
  for await (const text of decodeText(chunks, encoding)) {
    lines.push(text);
    await rows.settle();
  }
  lines.end();
  joiner.end();
}

function looksBinary(head: Uint8Array): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false;
  return head.subarray(0, 400).includes(0);
}

/** Reads on while a quote stands open and the record is too short. */
class Joiner {
  readonly #connector: TableConnector;
  readonly #rows: Rows;
  readonly #reading: Reading;
  #header: Header | null = null;
  #open: { line: number; raw: string; joined: number } | null = null;

  constructor(connector: TableConnector, rows: Rows, reading: Reading) {
    this.#connector = connector;
    this.#rows = rows;
    this.#reading = reading;
  }

  line(line: number, text: string): void {
    if (!this.#header) {
      this.#header = this.#readHeader(text);
      return;
    }
    if (!this.#open && !text.trim()) return;
    const started = this.#open ?? { line, raw: '', joined: 0 };
    const raw = this.#open ? `${started.raw} ${text}` : text;
    this.#open = null;
    if (this.#rows.row(started.line, raw, this.#header)) return;
    if (this.#goesOn(raw, started.joined, this.#header)) this.#open = { line: started.line, raw, joined: started.joined + 1 };
    else this.#rows.broken(started.line, raw);
  }

  end(): void {
    if (!this.#header) throw new SourceError('empty');
    if (this.#open) this.#rows.broken(this.#open.line, this.#open.raw);
  }

  #readHeader(first: string): Header {
    const text = first.replace(/^\uFEFF/, '');
    const delimiter = detectDelimiter(text);
    this.#reading.delimiter = delimiter;
    return headerOf(this.#connector, columnsOf(text, delimiter), delimiter);
  }

  #goesOn(raw: string, joined: number, header: Header): boolean {
    return joined < MAX_JOINED && isOpen(raw, header.delimiter) && raw.split(header.delimiter).length < header.names.length;
  }
}
