// A request's header and body as trees.
import { SaxesParser } from 'saxes';
import type { XmlNode } from '@zhkh/imports';

interface Open {
  name: string;
  attributes: Record<string, string>;
  children: Open[];
  text: string;
}

const NOTHING: XmlNode = { name: '', attributes: {}, children: [], text: '' };

export function readEnvelope(xml: string): { header: XmlNode; body: XmlNode } {
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', () => undefined);
  parser.on('opentag', (tag) => {
    const node: Open = { name: tag.name.replace(/^.*:/, ''), attributes: {}, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node) node.text += text.trim();
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  const parts = root.children[0]?.children ?? [];
  const inside = (name: string): XmlNode => parts.find((part) => part.name === name)?.children[0] ?? NOTHING;
  return { header: inside('Header'), body: inside('Body') };
}
