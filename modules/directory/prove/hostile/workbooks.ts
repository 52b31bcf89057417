// Workbooks: the library reads one whole, so what it is given matters most.
import { readFile, writeFile } from 'node:fs/promises';
import { type ZipPart, writeZip } from '../../testing/zip-writer.ts';
import type { Random } from '@zhkh/platform/testing/seeded';
import { fixture } from './bases.ts';
import type { HostileFile } from './hostile-file.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function workbook(sheet: Iterable<string>, strings = ''): ZipPart[] {
  return [
    {
      name: 'xl/workbook.xml',
      text: [
        `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: [
        `<Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      ],
    },
    { name: 'xl/sharedStrings.xml', text: [`${strings}<sst xmlns="${MAIN}"><si><t>ОГРН</t></si></sst>`] },
    { name: 'xl/styles.xml', text: [`<styleSheet xmlns="${MAIN}"><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>`] },
    { name: 'xl/worksheets/sheet1.xml', text: sheet },
  ];
}

const sheetOf = (inside: string) => [`<worksheet xmlns="${MAIN}">${inside}</worksheet>`];
const cell = (place: string) => `<c r="${place}" t="inlineStr"><is><t>x</t></is></c>`;

function* sameRows(bytes: number): Generator<string> {
  yield `<worksheet xmlns="${MAIN}"><sheetData>`;
  const piece = `<row r="1">${cell('A1')}</row>`.repeat(10_000);
  for (let at = 0; at < bytes; at += piece.length) yield piece;
  yield '</sheetData></worksheet>';
}

export function workbooks(random: Random): HostileFile[] {
  const made = (title: string, parts: () => Iterable<ZipPart>): HostileFile => ({
    title: `workbook: ${title}`,
    connector: 'suppliers',
    fileName: 'suppliers.xlsx',
    write: async (filePath) => void (await writeZip(filePath, parts())),
  });
  const spoilt = (title: string, change: (bytes: Buffer) => Buffer): HostileFile => ({
    title: `workbook: ${title}`,
    connector: 'suppliers',
    fileName: 'suppliers.xlsx',
    write: async (filePath) => writeFile(filePath, change(await readFile(fixture('suppliers')))),
  });
  return [
    made('no sheet', () => [{ name: 'readme', text: ['x'] }]),
    made('empty sheet', () => workbook(sheetOf('<sheetData/>'))),
    made('one cell at the far corner', () =>
      workbook(sheetOf(`<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576">${cell('XFD1048576')}</row></sheetData>`)),
    ),
    made('cells at both ends', () =>
      workbook(sheetOf(`<sheetData><row r="1">${cell('A1')}</row><row r="1048576">${cell('XFD1048576')}</row></sheetData>`)),
    ),
    made('a dimension that lies', () =>
      workbook(sheetOf(`<dimension ref="A1:ZZZZZZ999999999"/><sheetData><row r="1">${cell('A1')}</row></sheetData>`)),
    ),
    made('a row without measure', () =>
      workbook(sheetOf(`<sheetData><row r="999999999999">${cell('A999999999999')}</row></sheetData>`)),
    ),
    made('depth 100 000', () => workbook(sheetOf('<a>'.repeat(100_000)))),
    made('a billion laughs', () =>
      workbook([
        `<!DOCTYPE x [<!ENTITY a "${'h'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>${sheetOf(`<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${'&b;'.repeat(1000)}</t></is></c></row></sheetData>`)[0]}`,
      ]),
    ),
    made('an external entity', () => workbook(sheetOf('<sheetData/>'), '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>')),
    made('a bomb of 500 MB', () => workbook(sameRows(500_000_000))),
    made('a sheet of 50 MB', () => workbook(sameRows(50_000_000))),
    made('a formula', () =>
      workbook(sheetOf('<sheetData><row r="1"><c r="A1"><f>HYPERLINK("http://x")</f><v>1</v></c></row></sheetData>')),
    ),
    spoilt('cut', (bytes) => bytes.subarray(0, Math.floor(bytes.length * 0.7))),
    spoilt('sizes that lie', (bytes) => {
      for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1'))
        bytes.writeUInt32LE(1, at + 24);
      return bytes;
    }),
    ...Array.from({ length: 4 }, (_, turn) =>
      spoilt(`bytes changed, ${turn + 1}`, (bytes) => {
        for (let each = 0; each < 15; each += 1) bytes[random.between(0, bytes.length - 1)] = random.between(0, 255);
        return bytes;
      }),
    ),
  ];
}
