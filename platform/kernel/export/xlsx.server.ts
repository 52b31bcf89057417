// Writes a workbook of one sheet row by row: a hundred thousand rows stream through the ZIP and none is kept.
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { startsFormula } from './formula-guard.ts';
import type { Cell, Rows, Table } from './table.ts';
import { type ZipEntry, zipStream } from './zip.server.ts';

/** The first row is the head: bold, and it stays in sight. */
export function xlsxStream(table: Table, sheetName = 'Данные'): Readable {
  return zipStream([...fixedParts(sheetName), { name: 'xl/worksheets/sheet1.xml', body: sheet(table) }]);
}

export function xlsxOf([head = [], ...rows]: Rows, sheetName?: string): Promise<Buffer> {
  const one = async function* () {
    yield rows;
  };
  return buffer(xlsxStream({ head: head.map(String), batches: one() }, sheetName));
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Numbers of the styles declared in `styles.xml`. `asText` is Excel's own apostrophe: the cell stays text when edited. */
const STYLES = { head: 1, asText: 2 } as const;

const override = (part: string, type: string) => `<Override PartName="/xl/${part}.xml" ContentType="${TYPE}.${type}+xml"/>`;
const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;

function fixedParts(sheetName: string): ZipEntry[] {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${override('styles', 'styles')}${override('worksheets/sheet1', 'worksheet')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escapeXml(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" quotePrefix="1"/></cellXfs></styleSheet>`,
  };
  return Object.entries(parts).map(([name, xml]) => ({ name, body: [XML + xml] }));
}

async function* sheet({ head, batches }: Table): AsyncGenerator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetData>`;
  yield rowXml(head, 1, STYLES.head);
  let written = 1;
  for await (const rows of batches) {
    yield rows.map((cells, index) => rowXml(cells, written + index + 1)).join('');
    written += rows.length;
  }
  yield '</sheetData></worksheet>';
}

function rowXml(cells: readonly Cell[], number: number, style?: number): string {
  return `<row r="${number}">${cells.map((cell, column) => cellXml(cell, `${columnName(column)}${number}`, style)).join('')}</row>`;
}

function cellXml(cell: Cell, place: string, style?: number): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  const drawn = style ?? (startsFormula(cell) ? STYLES.asText : 0);
  return `<c r="${place}" s="${drawn}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
}

/** 0 → A, 26 → AA */
function columnName(column: number): string {
  const head = Math.floor(column / 26);
  return (head > 0 ? columnName(head - 1) : '') + String.fromCharCode(65 + (column % 26));
}

function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
