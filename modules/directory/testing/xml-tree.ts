// A whole XML file as a tree, for small files of tests only.
import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { xmlEncoding } from '../connectors/frame/xml-encoding.ts';

export interface XmlTree {
  name: string;
  attributes: Record<string, string>;
  children: XmlTree[];
}

export function readTree(file: string | Buffer): XmlTree {
  const bytes = typeof file === 'string' ? readFileSync(file) : file;
  const root: XmlTree = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    const node: XmlTree = { name: tag.name, attributes: tag.attributes as Record<string, string>, children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => open.pop());
  parser.write(new TextDecoder(xmlEncoding(bytes)).decode(bytes)).close();
  const [top] = root.children;
  if (!top) throw new Error('An empty XML file');
  return top;
}

export function descendants(tree: XmlTree, name: string): XmlTree[] {
  return tree.children.flatMap((child) => (child.name === name ? [child] : descendants(child, name)));
}
