// Ways through a record of an answer.
import type { XmlNode } from '@zhkh/imports';

export function child(node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined {
  let at = node;
  for (const name of path) at = at?.children.find((one) => one.name === name);
  return at;
}

export function children(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter((one) => one.name === name) ?? [];
}

/** '' when there is no such element. */
export function childText(node: XmlNode | undefined, ...path: readonly string[]): string {
  return child(node, ...path)?.text ?? '';
}

/** One record on one line, so that a fact's line names its record. */
export function oneLine(node: XmlNode): string {
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escape(value)}"`);
  return `<${node.name}${attributes.join('')}>${escape(node.text)}${node.children.map(oneLine).join('')}</${node.name}>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
};

function escape(text: string): string {
  return text.replace(/[&<>"\n\r]/g, (character) => ESCAPES[character] ?? character);
}
