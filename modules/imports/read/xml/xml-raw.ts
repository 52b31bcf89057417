// Writes a refused record back as text, with people's data masked.
import type { XmlNode } from '../../connector.ts';

const MAX = 2000;
const MASK = '…';

/** Elements with everything they hold: names, birth, sex, papers of a person. */
const PERSON = /^(ФИО|СвФИО|СвРожд|СвПол|СвГражд|УдЛичн|СвУдЛичн|ДокУдЛичн|СвАдрМЖ|СвМЖ)/;
const OF_PERSON = new Set([
  'Фамилия',
  'Имя',
  'Отчество',
  'ДатаРожд',
  'МестоРожд',
  'Пол',
  'ИННФЛ',
  'СНИЛС',
  'СерНомДок',
  'ФИОПолн',
]);

export function rawOf(node: XmlNode): string {
  return write(node, MAX, false).slice(0, MAX);
}

function write(node: XmlNode, room: number, inPerson: boolean): string {
  const masked = inPerson || PERSON.test(node.name);
  let text = `<${node.name}`;
  for (const [name, value] of Object.entries(node.attributes))
    text += ` ${name}="${masked || OF_PERSON.has(name) ? MASK : value.replaceAll('"', '&quot;')}"`;
  if (node.children.length === 0 && !node.text) return `${text}/>`;
  text += `>${node.text && (masked || OF_PERSON.has(node.name)) ? MASK : node.text}`;
  for (const child of node.children) {
    if (text.length > room) return text;
    text += write(child, room - text.length, masked);
  }
  return `${text}</${node.name}>`;
}
