// A record back as text, for the rows that were refused.
import type { XmlNode } from './connector.ts';

const MAX = 2000;

export function rawOf(node: XmlNode): string {
  return write(node, MAX).slice(0, MAX);
}

function write(node: XmlNode, room: number): string {
  let text = `<${node.name}`;
  for (const [name, value] of Object.entries(node.attributes)) text += ` ${name}="${value.replaceAll('"', '&quot;')}"`;
  if (node.children.length === 0 && !node.text) return `${text}/>`;
  text += `>${node.text}`;
  for (const child of node.children) {
    if (text.length > room) return text;
    text += write(child, room - text.length);
  }
  return `${text}</${node.name}>`;
}
