// Finds the cell styles of a workbook that show a number as a date.
import { SourceError } from '../source/source-error.ts';
import type { Parts } from './parts.server.ts';
import { readPart } from './xml-part.ts';

/** Cell style → is its number a date. */
export type DateStyles = readonly boolean[];

const MAX_STYLES = 100_000;

export async function dateStylesOf(parts: Parts, part: string | null): Promise<DateStyles> {
  if (part === null) return [];
  const own = new Map<number, boolean>();
  const base: boolean[] = [];
  const styles: boolean[] = [];
  let list: boolean[] | null = null;
  await readPart(await parts.open(part), {
    open(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes.numFmtId), showsDate(attributes.formatCode ?? ''));
      else if (name === 'cellStyleXfs') list = base;
      else if (name === 'cellXfs') list = styles;
      else if (name === 'xf' && list) list.push(isDate(attributes, own, list === styles ? base : []));
      if (own.size + base.length + styles.length > MAX_STYLES) throw new SourceError('not-workbook', 'styles');
    },
    close(name) {
      if (name === 'cellStyleXfs' || name === 'cellXfs') list = null;
    },
  });
  return styles;
}

function isDate(attributes: Readonly<Record<string, string>>, own: Map<number, boolean>, base: readonly boolean[]): boolean {
  if (attributes.numFmtId === undefined) return base[Number(attributes.xfId)] ?? false;
  const format = Number(attributes.numFmtId);
  return isBuiltIn(format) || (own.get(format) ?? false);
}

/** ISO/IEC 29500-1, 18.8.30: dates and times, with those of the East Asian locales and Thai. */
function isBuiltIn(format: number): boolean {
  return (
    (format >= 14 && format <= 22) ||
    (format >= 27 && format <= 36) ||
    (format >= 45 && format <= 47) ||
    (format >= 50 && format <= 58) ||
    (format >= 71 && format <= 81)
  );
}

const WORDS = new Set([
  's',
  'ss',
  'm',
  'mm',
  'mmm',
  'mmmm',
  'mmmmm',
  'h',
  'hh',
  'am',
  'pm',
  'a',
  'p',
  'd',
  'dd',
  'ddd',
  'dddd',
  'aaa',
  'aaaa',
  'aaaaa',
  'y',
  'yy',
  'yyyy',
  'e',
  'ee',
  'eeee',
]);

/** «dd.mm.yyyy», «[$-419]d mmmm yyyy;@»: nothing but date words between signs and quoted text. */
export function showsDate(format: string): boolean {
  const plain = format.toLowerCase().replace(/;@$/, '').replace(/\\./g, ' ');
  return plain.split(';').some((variant) => {
    const words = variant
      .replace(/"[^"]*"/g, ' ')
      .replace(/(\[?[smhd]{1,2}\]?)[.,]00?0?/g, '$1')
      .replace(/\[([smhd]{1,2})\]/g, '$1')
      .replace(/\[[^\]]*\]/g, '')
      .split(/[^a-z0#?%]+/)
      .filter(Boolean);
    return words.length > 0 && words.every((word) => WORDS.has(word));
  });
}
