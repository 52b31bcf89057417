// Values of a record by path: direct children only, for the same names repeat in founders, predecessors and history.
import type { XmlNode } from '@zhkh/imports';

export function nodesAt(node: XmlNode, path: string): XmlNode[] {
  let found: XmlNode[] = [node];
  for (const name of path.split('/')) found = found.flatMap((one) => one.children.filter((child) => child.name === name));
  return found;
}

/** «СвОКВЭД/СвОКВЭДОсн@КодОКВЭД», «@ОГРН», «СвАдрЮЛФИАС/НаимРегион»: of the first such node, '' when there is none. */
export function valueAt(node: XmlNode, path: string): string {
  const [elements = '', attribute] = path.split('@');
  const found = elements ? nodesAt(node, elements)[0] : node;
  if (!found) return '';
  const value = attribute === undefined ? found.text : found.attributes[attribute];
  return (value ?? '').replace(/\s+/g, ' ').trim();
}
