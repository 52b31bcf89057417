// Reads one XML part of a workbook as events, bounded: no DOCTYPE, no endless tag or text, no endless depth.
import { SaxesParser } from 'saxes';
import { decodeText } from '../source/decode-text.ts';
import { XML_LIMITS } from '../source/limits.ts';
import { sniff } from '../source/sniff.ts';
import { SourceError } from '../source/source-error.ts';
import { xmlEncoding } from '../xml/xml-encoding.ts';

export interface PartHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
  /** After every piece; true = enough was read. */
  settle?(): Promise<boolean> | boolean;
}

export async function readPart(bytes: AsyncIterable<Uint8Array>, handlers: PartHandlers): Promise<void> {
  const { head, chunks } = await sniff(bytes);
  const parser = partParser(handlers);
  for await (const text of decodeText(chunks, xmlEncoding(head))) {
    parser.write(text);
    if (await handlers.settle?.()) return;
  }
  parser.close();
}

function partParser(handlers: PartHandlers): { write(text: string): void; close(): void } {
  const parser = new SaxesParser();
  let depth = 0;
  let lastToken = 0;
  const refuse = (detail: string): never => {
    throw new SourceError('not-workbook', `${parser.line}:${parser.column} ${detail}`);
  };
  parser.on('doctype', () => {
    throw new SourceError('doctype');
  });
  parser.on('error', (error) => refuse(error.message.replace(/^[\d:]+\s*/, '').slice(0, 120)));
  parser.on('opentag', (tag) => {
    lastToken = parser.position;
    depth += 1;
    if (depth > XML_LIMITS.depth) refuse('depth');
    handlers.open?.(localName(tag.name), tag.attributes as Record<string, string>);
  });
  const text = (piece: string) => {
    lastToken = parser.position;
    handlers.text?.(piece);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', (tag) => {
    lastToken = parser.position;
    depth -= 1;
    handlers.close?.(localName(tag.name));
  });
  return {
    write(piece) {
      parser.write(piece);
      if (parser.position - lastToken > XML_LIMITS.token) refuse('tag');
    },
    close: () => void parser.close(),
  };
}

/** Without the prefix: writers choose their own. */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
