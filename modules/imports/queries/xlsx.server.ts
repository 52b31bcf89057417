// A workbook of one sheet with text cells: the smallest file spreadsheets open. Parts are stored, not packed.
import { crc32 } from 'node:zlib';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function xlsx(rows: readonly (readonly string[])[], sheetName = 'Данные'): Buffer {
  return zip([
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escapeXml(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
    ['xl/worksheets/sheet1.xml', sheet(rows)],
  ]);
}

function sheet(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row, at) => `<row r="${at + 1}">${row.map((text, index) => cell(text, index, at)).join('')}</row>`);
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cell(text: string, column: number, row: number): string {
  if (!text) return '';
  return `<c r="${letters(column)}${row + 1}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

/** 0 → A, 26 → AA */
function letters(column: number): string {
  const rest = column % 26;
  const head = Math.floor(column / 26);
  return (head > 0 ? letters(head - 1) : '') + String.fromCharCode(65 + rest);
}

function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function zip(parts: readonly (readonly [string, string])[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of parts) {
    const body = Buffer.from(text, 'utf8');
    const title = Buffer.from(name, 'utf8');
    const facts = entryFacts(body, title.length);
    const local = Buffer.concat([u32(0x04034b50), facts, title, body]);
    directory.push(Buffer.concat([u32(0x02014b50), u16(20), facts, u16(0), u16(0), u16(0), u32(0), u32(offset), title]));
    files.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = [u32(0x06054b50), u16(0), u16(0), u16(parts.length), u16(parts.length), u32(list.length), u32(offset), u16(0)];
  return Buffer.concat([...files, list, ...end]);
}

/** Version, flags (names in UTF-8), stored, the first day a ZIP knows, checksum, sizes: the part both headers share. */
function entryFacts(body: Buffer, nameLength: number): Buffer {
  return Buffer.concat([
    u16(20),
    u16(0x0800),
    u16(0),
    u16(0),
    u16(0x21),
    u32(crc32(body)),
    u32(body.length),
    u32(body.length),
    u16(nameLength),
    u16(0),
  ]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
