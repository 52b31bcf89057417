// Reads a SOAP answer as it comes: the parts of its body one by one, each as a small tree. Bounded, strict, no DOCTYPE.
import { SaxesParser } from 'saxes';
import type { XmlNode } from '../frame/connector.ts';
import { XML_LIMITS } from '../frame/limits.ts';
import { ExchangeError } from './exchange-error.ts';

interface Open {
  name: string;
  attributes: Record<string, string>;
  children: Open[];
  text: string;
}

/** Depth of the children of the body's element: Envelope, Body, getStateResult, part. */
const PART = 4;

export interface AnswerPart {
  /** `AckRequest`, `getStateResult`, `Fault`. */
  of: string;
  node: XmlNode;
}

/** `skip`: elements nobody wants, with all they hold (people, premises, attachments). Their text is never kept. */
export async function* readAnswer(chunks: AsyncIterable<Uint8Array>, skip: ReadonlySet<string>): AsyncGenerator<AnswerPart> {
  const parts: AnswerPart[] = [];
  const parser = answerParser(skip, (part) => parts.push(part));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of chunks) {
    parser.write(decodeOrRefuse(decoder, chunk));
    yield* parts.splice(0);
  }
  parser.write(decodeOrRefuse(decoder));
  parser.close();
  yield* parts.splice(0);
}

function decodeOrRefuse(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new ExchangeError('broken', 'encoding');
  }
}

function answerParser(skip: ReadonlySet<string>, take: (part: AnswerPart) => void) {
  const parser = new SaxesParser();
  const path: string[] = [];
  let open: Open[] = [];
  let skipping = 0;
  let nodes = 0;
  let size = 0;
  parser.on('doctype', () => {
    throw new ExchangeError('broken', 'doctype');
  });
  parser.on('error', (error) => {
    throw new ExchangeError('broken', 'xml', error.message);
  });
  parser.on('opentag', (tag) => {
    const name = local(tag.name);
    path.push(name);
    checkFrame(path);
    if (path.length > XML_LIMITS.depth) throw new ExchangeError('broken', 'xml-too-deep');
    if (path.length < PART || path[1] !== 'Body') return;
    if (skipping > 0 || skip.has(name)) {
      skipping += 1;
      return;
    }
    if (path.length === PART) [nodes, size] = [0, 0];
    nodes += 1;
    if (nodes > XML_LIMITS.record) throw new ExchangeError('broken', 'xml-record-too-big');
    const node: Open = { name, attributes: {}, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  const addText = (text: string) => {
    const node = skipping > 0 ? undefined : open.at(-1);
    if (!node) return;
    size += text.length;
    if (size > XML_LIMITS.recordText) throw new ExchangeError('broken', 'xml-record-too-big');
    node.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const depth = path.length;
    const of = path[2] ?? '';
    path.pop();
    if (skipping > 0) {
      skipping -= 1;
      return;
    }
    const node = open.pop();
    if (!node) return;
    node.text = node.text.trim();
    if (depth === PART) {
      open = [];
      take({ of, node });
    }
  });
  return {
    write: (text: string) => void parser.write(text),
    close: () => {
      parser.close();
    },
  };
}

function checkFrame(path: readonly string[]): void {
  const last = path.at(-1);
  if (path.length === 1 && last !== 'Envelope') throw new ExchangeError('broken', 'not-soap', last);
  if (path.length === 2 && last !== 'Header' && last !== 'Body') throw new ExchangeError('broken', 'not-soap', last);
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
