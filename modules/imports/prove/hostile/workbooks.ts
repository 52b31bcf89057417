// Workbooks that lie, burst and lead astray.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { type ZipPart, writeZip } from '../../testing/zip-writer.ts';
import type { Random } from '@zhkh/tools/testing/seeded';
import { demoFile } from '../../testing/demo-files.ts';
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

function* texts(count: number, text: (at: number) => string): Generator<string> {
  for (let at = 0; at < count; at += 1000) yield Array.from({ length: 1000 }, (_, by) => text(at + by)).join('');
}

/** A sheet of honest rows under a list of texts of our own. */
function withStrings(strings: Iterable<string>, index = '0'): ZipPart[] {
  const parts = workbook(sheetOf(`<sheetData><row r="1"><c r="A1" t="s"><v>${index}</v></c></row></sheetData>`));
  return parts.map((part) => (part.name === 'xl/sharedStrings.xml' ? { name: part.name, text: strings } : part));
}

function* sst(items: Iterable<string>): Generator<string> {
  yield `<sst xmlns="${MAIN}">`;
  yield* items;
  yield '</sst>';
}

function* emptyCells(rows: number): Generator<string> {
  yield `<worksheet xmlns="${MAIN}"><sheetData>`;
  const cells = '<c/>'.repeat(1000);
  for (let row = 1; row <= rows; row += 1) yield `<row r="${row}">${cells}</row>`;
  yield '</sheetData></worksheet>';
}

const OLD_OFFICE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

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
    write: async (filePath) => writeFile(filePath, change(await readFile(demoFile('suppliers')))),
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
    made('texts without end, all different', () =>
      withStrings(sst(texts(8_000_000, (at) => `<si><t>text ${at * 7919}</t></si>`))),
    ),
    made('texts without end, all the same', () => withStrings(sst(texts(20_000_000, () => '<si><t>x</t></si>')))),
    made('a text of 3 MB', () => withStrings(sst([`<si><t>${'t'.repeat(3_000_000)}</t></si>`]))),
    made('a text that is not in the list', () => withStrings(sst(['<si><t>a</t></si>']), '99999999999')),
    made('a text before the list', () => withStrings(sst(['<si><t>a</t></si>']), '-1')),
    made('runs without end in one text', () => withStrings(sst([`<si>${'<r><t>t</t></r>'.repeat(2_000_000)}</si>`]))),
    made('a hundred million empty cells', () => workbook(emptyCells(100_000))),
    made('rows that run backwards', () =>
      workbook(sheetOf(`<sheetData><row r="9">${cell('A9')}</row><row r="3">${cell('A3')}</row></sheetData>`)),
    ),
    made('cells that run backwards', () =>
      workbook(sheetOf(`<sheetData><row r="1">${cell('C1')}${cell('A1')}</row></sheetData>`)),
    ),
    made('a style that is not there', () =>
      workbook(sheetOf('<sheetData><row r="1"><c r="A1" s="77"><v>45000</v></c></row></sheetData>')),
    ),
    made('a date beyond time', () =>
      workbook(sheetOf('<sheetData><row r="1"><c r="A1" t="d"><v>999999-99-99</v></c></row></sheetData>')),
    ),
    made('a sheet that leads out', () =>
      workbook(sheetOf('<sheetData/>')).map((part) =>
        part.name.endsWith('.rels')
          ? {
              name: part.name,
              text: [String([...(part.text as string[])][0]).replace('worksheets/sheet1.xml', '../../../../etc/passwd')],
            }
          : part,
      ),
    ),
    made('a sheet in UTF-16', () =>
      workbook([]).map((part) =>
        part.name.endsWith('sheet1.xml')
          ? { name: part.name, text: [Buffer.from(`\uFEFF${sheetOf('<sheetData/>')[0]}`, 'utf16le')] }
          : part,
      ),
    ),
    {
      title: 'workbook: in an archive, and a bomb',
      connector: 'suppliers',
      fileName: 'suppliers.zip',
      write: async (filePath) => {
        await writeZip(`${filePath}.inner`, workbook(sameRows(200_000_000)));
        await writeZip(filePath, [{ name: 'suppliers.xlsx', text: [await readFile(`${filePath}.inner`)] }]);
        await rm(`${filePath}.inner`);
      },
    },
    {
      title: 'workbook: of the old kind',
      connector: 'suppliers',
      fileName: 'suppliers.xls',
      write: (filePath) => writeFile(filePath, Buffer.concat([OLD_OFFICE, Buffer.alloc(5000, 1)])),
    },
    {
      title: 'workbook: under a password',
      connector: 'suppliers',
      fileName: 'suppliers.xlsx',
      write: (filePath) => writeFile(filePath, Buffer.concat([OLD_OFFICE, Buffer.from('EncryptedPackage', 'utf16le')])),
    },
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
