// Parses XML records strictly: direct children of the document element, each as a small bounded tree.
import { type SaxesAttributePlain, SaxesParser } from 'saxes';
import type { XmlFile, XmlNode, XmlPlace } from '../../connector.ts';
import { XML_LIMITS } from '../source/limits.ts';
import { SourceError } from '../source/source-error.ts';

export interface RecordParser {
  write(text: string): void;
  /** What follows is not where it would be after what was written: it begins in this line, after so many records. */
  moveTo(line: number, records: number): void;
  close(): void;
  /** Null until it has been met. */
  root(): XmlPlace['root'] | null;
}

interface Building {
  name: string;
  attributes: Record<string, string>;
  children: Building[];
  text: string;
}

/** Where the parser is in one document. */
interface State {
  root: XmlPlace['root'] | null;
  /** Open elements of the record being read; empty between records. */
  open: Building[];
  /** Levels inside an element that is passed over: no record, or what a record holds and nobody wants. */
  skipping: number;
  nodes: number;
  /** Characters the record holds so far. */
  size: number;
  ordinal: number;
  line: number;
  lastToken: number;
}

const NO_CHILDREN: Building[] = [];

export function recordParser(
  file: XmlFile,
  entry: string,
  take: (record: XmlNode, line: number, root: XmlPlace['root']) => void,
): RecordParser {
  const parser = new SaxesParser();
  const state: State = { root: null, open: [], skipping: 0, nodes: 0, size: 0, ordinal: 0, line: 0, lastToken: 0 };
  let moved = 0;
  const at = () => `${entry}:${parser.line + moved}:${parser.column}`;
  const refuse = (reason: string): never => {
    throw new SourceError(reason, at());
  };
  parser.on('doctype', () => refuse('doctype'));
  parser.on('error', (error) => {
    throw new SourceError('xml', `${at()} ${error.message.replace(/^[\d:]+\s*/, '').slice(0, 120)}`);
  });
  parser.on('opentag', (tag) => {
    state.lastToken = parser.position;
    openTag(file, state, tag, parser.line + moved, refuse);
  });
  parser.on('text', (text) => {
    state.lastToken = parser.position;
    addText(state, text, refuse);
  });
  parser.on('cdata', (text) => addText(state, text, refuse));
  parser.on('closetag', () => {
    state.lastToken = parser.position;
    const record = closeTag(state);
    if (record && state.root) take(record, Math.max(state.line, state.ordinal), state.root);
  });
  return {
    write(text) {
      parser.write(text);
      if (parser.position - state.lastToken > XML_LIMITS.token) refuse('xml-too-long');
    },
    moveTo(line, records) {
      moved = line - parser.line;
      state.ordinal = records;
    },
    close() {
      parser.close();
    },
    root: () => state.root,
  };
}

function openTag(
  file: XmlFile,
  state: State,
  tag: { name: string; attributes: Record<string, SaxesAttributePlain | string> },
  line: number,
  refuse: (reason: string) => never,
): void {
  const name = local(tag.name);
  const attributes = tag.attributes as Record<string, string>;
  if (tooMany(attributes)) refuse('xml-too-many-attributes');
  if (!state.root) {
    if (!file.roots.includes(name)) refuse('xml-root');
    state.root = { name, attributes };
    return;
  }
  if (state.skipping > 0 || (state.open.length === 0 ? !file.records.includes(name) : file.skip?.has(name))) {
    state.skipping += 1;
    if (state.skipping > XML_LIMITS.depth) refuse('xml-too-deep');
    return;
  }
  push(state, { name, attributes, children: NO_CHILDREN, text: '' }, line, refuse);
}

function push(state: State, node: Building, line: number, refuse: (reason: string) => never): void {
  const parent = state.open.at(-1);
  if (parent) {
    if (parent.children === NO_CHILDREN) parent.children = [node];
    else parent.children.push(node);
    state.nodes += 1;
    if (state.nodes > XML_LIMITS.record) refuse('xml-record-too-big');
  } else {
    state.ordinal += 1;
    state.line = line;
    state.nodes = 0;
    state.size = 0;
  }
  state.open.push(node);
  for (const name in node.attributes) grow(state, node.attributes[name]?.length ?? 0, refuse);
  if (state.open.length > XML_LIMITS.depth) refuse('xml-too-deep');
}

function addText(state: State, text: string, refuse: (reason: string) => never): void {
  const node = state.skipping > 0 ? undefined : state.open.at(-1);
  const own = node ? text.trim() : '';
  if (!node || !own) return;
  node.text += own;
  grow(state, own.length, refuse);
}

function grow(state: State, by: number, refuse: (reason: string) => never): void {
  state.size += by;
  if (state.size > XML_LIMITS.recordText) refuse('xml-record-too-big');
}

/** The record when its last tag has closed. */
function closeTag(state: State): XmlNode | null {
  if (state.skipping > 0) {
    state.skipping -= 1;
    return null;
  }
  const node = state.open.pop();
  return node && state.open.length === 0 ? node : null;
}

function tooMany(attributes: Record<string, string>): boolean {
  let count = 0;
  for (const _name in attributes) count += 1;
  return count > XML_LIMITS.attributes;
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
