// Makes all hostile files of a seed: spoilt tables and documents, archives, workbooks, blind mutations.
import { writeFile } from 'node:fs/promises';
import { type Random, seeded } from '@zhkh/tools/testing/seeded';
import { archivesOf } from './archives.ts';
import { bases } from './bases.ts';
import type { Base, HostileFile, Spoil } from './hostile-file.ts';
import { spoilText } from './spoil-text.ts';
import { spoilXml } from './spoil-xml.ts';
import { workbooks } from './workbooks.ts';

export async function hostileFiles(seed: number, count: number): Promise<HostileFile[]> {
  const random = seeded(seed);
  const all = await bases();
  const texts = all.filter((base) => base.kind === 'text');
  const documents = all.filter((base) => base.kind === 'xml');
  const files = [
    ...Object.entries(spoilText).map(([title, spoil], at) => spoilt(title, texts[at % texts.length], spoil, random)),
    ...Object.entries(spoilXml).map(([title, spoil], at) => spoilt(title, documents[at % documents.length], spoil, random)),
    ...archivesOf(random.pick(texts), random),
    ...archivesOf(random.pick(documents), random),
    ...workbooks(random),
  ];
  while (files.length < count) files.push(spoilt(`mutation ${files.length}`, random.pick(all), mutate, random));
  return files;
}

function spoilt(title: string, base: Base | undefined, spoil: Spoil, random: Random): HostileFile {
  if (!base) throw new Error('no honest file');
  return {
    title: `${base.kind === 'xml' ? 'document' : 'table'}: ${title}`,
    connector: base.connector,
    fileName: base.entry.split('/').at(-1) ?? base.entry,
    write: (filePath) => writeFile(filePath, spoil(base.text, random)),
  };
}

/** Cut, doubled, moved and changed bytes, somewhere. */
function mutate(text: string, random: Random): Buffer {
  let bytes = Buffer.from(text);
  for (let turn = random.between(1, 12); turn > 0; turn -= 1) {
    const at = random.between(0, Math.max(bytes.length - 1, 0));
    const end = Math.min(bytes.length, at + random.between(1, 2000));
    const kind = random.between(0, 4);
    if (kind === 0) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
    else if (kind === 1) bytes = Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]);
    else if (kind === 2) bytes = bytes.subarray(0, Math.max(at, 1));
    else if (kind === 3) bytes[at] = random.between(0, 255);
    else bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(random.pick(ODD)), bytes.subarray(at)]);
  }
  return bytes;
}

const ODD = ['\0', '"', '\uFFFF', '<', '&', ']]>', '\r', '\u2028', '|;\t,', '=1+1', '\uFEFF', '<!DOCTYPE a>', '-->', '\\.'];
