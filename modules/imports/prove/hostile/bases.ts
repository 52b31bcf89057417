// Honest files of the demo region, cut short, that hostile ones are made of.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openPromise } from 'yauzl';
import { DEMO_FILES, demoFile, demoOzhf } from '../../testing/demo-files.ts';
import { garParts, inventedGar } from '../../testing/gar-archive.ts';
import type { Base } from './hostile-file.ts';

const LINES = 120;

const TABLES = [
  'contracts',
  'house-points',
  'kr1-houses',
  'kr1-works',
  'management-reports',
  'examinations',
  'precepts',
  'offences',
];

export async function bases(): Promise<Base[]> {
  return [...TABLES.map(table), table('tariffs'), ozhf(), ...(await xmlBases())];
}

function table(connector: string): Base {
  const file = demoFile(connector);
  const text = readFileSync(file, 'utf8').split('\n').slice(0, LINES).join('\n');
  return { connector, kind: 'text', entry: path.basename(file), text };
}

function ozhf(): Base {
  const text = demoOzhf().split('\n').slice(0, LINES).join('\n');
  return { connector: 'ozhf', kind: 'text', entry: 'Сведения по ОЖФ на 01-02-2026_1.csv', text };
}

async function xmlBases(): Promise<Base[]> {
  const egrip = path.join(DEMO_FILES, 'fns/egrip-2026-02-02.xml');
  const houses = [...garParts(inventedGar(60, { version: '20260201' }))].find((part) => part.name.includes('72/AS_HOUSES_2026'));
  return [
    ...(await Promise.all(['egrul', 'revexp', 'sshr', 'rsmp'].map(firstOfZip))),
    { connector: 'egrip', kind: 'xml', entry: path.basename(egrip), text: readFileSync(egrip, 'utf8') },
    { connector: 'gar', kind: 'xml', entry: houses?.name ?? '', text: [...((houses?.text ?? []) as Iterable<string>)].join('') },
  ];
}

async function firstOfZip(connector: string): Promise<Base> {
  const zip = await openPromise(demoFile(connector), { lazyEntries: true, autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      if (!/\.xml$/i.test(entry.fileName)) continue;
      const pieces: Buffer[] = [];
      for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
      return { connector, kind: 'xml', entry: entry.fileName, text: decoded(Buffer.concat(pieces)) };
    }
  } finally {
    zip.close();
  }
  throw new Error(`no XML in ${connector}`);
}

/** The tests' text is UTF-8 whatever the original says. */
function decoded(bytes: Buffer): string {
  const said = /encoding="(windows-1251)"/i.test(bytes.subarray(0, 100).toString('latin1'));
  return new TextDecoder(said ? 'windows-1251' : 'utf-8').decode(bytes).replace(/encoding="windows-1251"/i, 'encoding="utf-8"');
}
