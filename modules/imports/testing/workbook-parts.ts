// Makes workbooks of any size and oddity for tests, part by part.
import type { ZipPart } from './zip-writer.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Style numbers `cellOf` may use: plain, a date, a number of two digits, a date by the file's own format. */
export const STYLES = { plain: 0, date: 1, money: 2, ownDate: 3 } as const;

export interface WorkbookOptions {
  /** XML inside <sheetData>, sheet by sheet. */
  sheets: readonly (Iterable<string> | AsyncIterable<string>)[];
  /** Texts cells name by number. */
  strings?: Iterable<string>;
  from1904?: boolean;
}

export function workbookParts({ sheets, strings, from1904 = false }: WorkbookOptions): ZipPart[] {
  const names = sheets.map((_, at) => `sheet${sheets.length - at}`);
  return [
    { name: 'xl/workbook.xml', text: [bookOf(names, from1904)] },
    { name: 'xl/_rels/workbook.xml.rels', text: [relationsOf(names)] },
    ...(strings ? [{ name: 'xl/sharedStrings.xml', text: wrapped('sst', siOf(strings)) }] : []),
    { name: 'xl/styles.xml', text: [STYLE_SHEET] },
    ...sheets.map((rows, at) => ({ name: `xl/worksheets/${names[at]}.xml`, text: sheetOf(rows) })),
  ];
}

function bookOf(names: readonly string[], from1904: boolean): string {
  const list = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('');
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${list}</sheets></workbook>`;
}

function relationsOf(names: readonly string[]): string {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const list = names.map((name, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/${name}.xml`)).join('');
  return `<Relationships xmlns="${RELS}">${list}${relation('rIdS', 'sharedStrings', 'sharedStrings.xml')}${relation('rIdT', 'styles', 'styles.xml')}</Relationships>`;
}

const STYLE_SHEET = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="170" formatCode="[$-419]d\\ mmmm\\ yyyy;@"/></numFmts><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0"/><xf numFmtId="2" xfId="0"/><xf numFmtId="170" xfId="0"/></cellXfs></styleSheet>`;

async function* sheetOf(rows: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  yield `<worksheet xmlns="${MAIN}"><sheetData>`;
  yield* rows;
  yield '</sheetData></worksheet>';
}

async function* wrapped(name: string, inside: Iterable<string>): AsyncGenerator<string> {
  yield `<${name} xmlns="${MAIN}">`;
  yield* inside;
  yield `</${name}>`;
}

function* siOf(strings: Iterable<string>): Generator<string> {
  for (const text of strings) yield `<si><t xml:space="preserve">${escaped(text)}</t></si>`;
}

export type CellValue =
  | { text: string }
  | { shared: number }
  | { number: number; style?: number }
  | { truth: boolean }
  | { fault: string }
  | { formula: string }
  | { rich: readonly string[] }
  | null;

export function rowOf(line: number, cells: readonly CellValue[]): string {
  return `<row r="${line}">${cells.map((cell, at) => cellOf(`${columnName(at)}${line}`, cell)).join('')}</row>`;
}

function cellOf(place: string, cell: CellValue): string {
  if (cell === null) return '';
  if ('text' in cell) return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`;
  if ('shared' in cell) return `<c r="${place}" t="s"><v>${cell.shared}</v></c>`;
  if ('number' in cell) return `<c r="${place}" s="${cell.style ?? 0}"><v>${cell.number}</v></c>`;
  if ('truth' in cell) return `<c r="${place}" t="b"><v>${cell.truth ? 1 : 0}</v></c>`;
  if ('fault' in cell) return `<c r="${place}" t="e"><v>${cell.fault}</v></c>`;
  if ('formula' in cell) return `<c r="${place}" t="str"><f>A1</f><v>${escaped(cell.formula)}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is>${cell.rich.map((run) => `<r><t xml:space="preserve">${escaped(run)}</t></r>`).join('')}</is></c>`;
}

/** 0 → A, 26 → AA */
export function columnName(at: number): string {
  const head = Math.floor(at / 26);
  return (head > 0 ? columnName(head - 1) : '') + String.fromCharCode(65 + (at % 26));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
