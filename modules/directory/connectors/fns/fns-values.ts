// Values as ФНС writes them; a value that can not be is refused with its field.
import { type ImportRun, isoDate, type XmlNode } from '@zhkh/imports';
import { Refused } from './refused.ts';
import { valueAt } from './xml-path.ts';

/** A day not before 1900 and not after tomorrow. */
export function pastDate(node: XmlNode, path: string, run: ImportRun): string | null {
  const date = isoDate(valueAt(node, path));
  if (date === null) return null;
  const tomorrow = new Date(run.startedAt.getTime() + 86_400_000).toISOString().slice(0, 10);
  if (date === undefined || date > tomorrow) throw new Refused(path, 'value');
  return date;
}

export function requiredDate(node: XmlNode, path: string, run: ImportRun): string {
  const date = pastDate(node, path, run);
  if (!date) throw new Refused(path, 'value');
  return date;
}

/** Roubles with kopecks, decimal 19.2; null when the attribute is absent, which is not zero. */
export function roubles(node: XmlNode, path: string): string | null {
  const text = valueAt(node, path);
  if (!text) return null;
  if (!/^-?\d{1,17}([.,]\d{1,2})?$/.test(text)) throw new Refused(path, 'value');
  return text.replace(',', '.');
}

export function people(node: XmlNode, path: string): string | null {
  const text = valueAt(node, path);
  if (!text) return null;
  if (!/^\d{1,8}$/.test(text)) throw new Refused(path, 'value');
  return String(Number(text));
}

/** 1 = yes, 2 = no; absent stays unknown. */
export function yesNo(node: XmlNode, path: string): string | null {
  const text = valueAt(node, path);
  if (!text) return null;
  if (text !== '1' && text !== '2') throw new Refused(path, 'value');
  return String(text === '1');
}

/** The year a set speaks of: states «на 31.12» belong to their year, «на 01.01» to the one that ended. */
export function yearOf(date: string): string {
  const year = Number(date.slice(0, 4));
  return String(date.endsWith('-01-01') ? year - 1 : year);
}
