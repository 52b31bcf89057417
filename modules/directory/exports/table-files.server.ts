// A table as a download: CSV for spreadsheets of Russian offices, or a workbook of one sheet; written as the rows come.
import { Readable } from 'node:stream';
import { zipStream } from './zip-stream.server.ts';

export type Cell = string | number | null;
export type FileFormat = 'csv' | 'xlsx';

interface TableFile {
  name: string;
  format: FileFormat;
  head: readonly string[];
  batches: AsyncIterable<readonly (readonly Cell[])[]>;
}

const TYPES: Record<FileFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export function tableFile({ name, format, head, batches }: TableFile): Response {
  const bytes = format === 'csv' ? csvBytes(head, batches) : zipStream(workbook(head, batches));
  return new Response(Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array<ArrayBuffer>>, {
    headers: {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="${name}.${format}"`,
      'Cache-Control': 'no-store',
    },
  });
}

async function* csvBytes(head: readonly string[], batches: TableFile['batches']): AsyncGenerator<Buffer> {
  yield Buffer.from(`\uFEFF${head.map(csvCell).join(';')}\r\n`);
  for await (const rows of batches) yield Buffer.from(rows.map((row) => `${row.map(csvCell).join(';')}\r\n`).join(''));
}

/** A decimal comma, and no formula a cell could start. */
function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function workbook(head: readonly string[], batches: TableFile['batches']) {
  return [
    {
      name: '[Content_Types].xml',
      text: [
        `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET}.worksheet+xml"/></Types>`,
      ],
    },
    {
      name: '_rels/.rels',
      text: [
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ],
    },
    {
      name: 'xl/workbook.xml',
      text: [
        `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Реестр" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: [
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ],
    },
    { name: 'xl/worksheets/sheet1.xml', text: sheet(head, batches) },
  ];
}

async function* sheet(head: readonly string[], batches: TableFile['batches']): AsyncGenerator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetData>`;
  yield row(head, 1);
  let at = 1;
  for await (const rows of batches) {
    yield rows.map((cells, index) => row(cells, at + index + 1)).join('');
    at += rows.length;
  }
  yield '</sheetData></worksheet>';
}

const row = (cells: readonly Cell[], at: number) =>
  `<row r="${at}">${cells.map((value, index) => xmlCell(value, `${LETTERS[index]}${at}`)).join('')}</row>`;

/** An export has fewer columns than letters. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function xmlCell(value: Cell, place: string): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
