// Reads a SOAP answer as it comes: the parts of its body one by one, each as a small tree. Bounded, strict, no DOCTYPE.
import { SaxesParser } from 'saxes';
import { XML_LIMITS, type XmlNode } from '@zhkh/imports';
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

/** Where the parser is in one answer. */
interface State {
  path: string[];
  /** Open elements of the part being read; empty between parts. */
  open: Open[];
  /** Levels inside an element that is passed over. */
  skipping: number;
  nodes: number;
  size: number;
}

function answerParser(skip: ReadonlySet<string>, take: (part: AnswerPart) => void) {
  const parser = new SaxesParser();
  const state: State = { path: [], open: [], skipping: 0, nodes: 0, size: 0 };
  parser.on('doctype', () => {
    throw new ExchangeError('broken', 'doctype');
  });
  parser.on('error', (error) => {
    throw new ExchangeError('broken', 'xml', error.message);
  });
  parser.on('opentag', (tag) => openTag(state, local(tag.name), skip));
  parser.on('text', (text) => addText(state, text));
  parser.on('cdata', (text) => addText(state, text));
  parser.on('closetag', () => {
    const part = closeTag(state);
    if (part) take(part);
  });
  return {
    write: (text: string) => void parser.write(text),
    close: () => void parser.close(),
  };
}

function openTag(state: State, name: string, skip: ReadonlySet<string>): void {
  state.path.push(name);
  checkFrame(state.path);
  if (state.path.length > XML_LIMITS.depth) throw new ExchangeError('broken', 'xml-too-deep');
  if (state.path.length < PART || state.path[1] !== 'Body') return;
  if (state.skipping > 0 || skip.has(name)) {
    state.skipping += 1;
    return;
  }
  if (state.path.length === PART) [state.nodes, state.size] = [0, 0];
  state.nodes += 1;
  if (state.nodes > XML_LIMITS.record) throw new ExchangeError('broken', 'xml-record-too-big');
  const node: Open = { name, attributes: {}, children: [], text: '' };
  state.open.at(-1)?.children.push(node);
  state.open.push(node);
}

function addText(state: State, text: string): void {
  const node = state.skipping > 0 ? undefined : state.open.at(-1);
  if (!node) return;
  state.size += text.length;
  if (state.size > XML_LIMITS.recordText) throw new ExchangeError('broken', 'xml-record-too-big');
  node.text += text;
}

/** The part when its last tag has closed. */
function closeTag(state: State): AnswerPart | null {
  const of = state.path[2] ?? '';
  state.path.pop();
  if (state.skipping > 0) {
    state.skipping -= 1;
    return null;
  }
  const node = state.open.pop();
  if (!node) return null;
  node.text = node.text.trim();
  return state.open.length === 0 ? { of, node } : null;
}

function checkFrame(path: readonly string[]): void {
  const last = path.at(-1);
  if (path.length === 1 && last !== 'Envelope') throw new ExchangeError('broken', 'not-soap', last);
  if (path.length === 2 && last !== 'Header' && last !== 'Body') throw new ExchangeError('broken', 'not-soap', last);
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
