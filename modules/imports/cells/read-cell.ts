// Reads cells of table files as people fill them in: decimal commas, spaces in numbers, three ways of days.
// Each reader gives the text the database takes, null for an empty cell, or throws what is wrong with it.
import { isGuid, isInn, isOgrn } from '@zhkh/kernel/checks';
import type { SourceRecord } from '../connector.ts';
import { isoDate } from './values.ts';
import type { CellType, Column } from './column.ts';

export class CellRefused extends Error {
  readonly field: string;
  readonly reason: string;

  constructor(field: string, reason: string) {
    super(`${field}: ${reason}`);
    this.name = 'CellRefused';
    this.field = field;
    this.reason = reason;
  }
}

export function cellText(record: SourceRecord, column: Column): string {
  for (const name of [column.name, ...(column.also ?? [])]) {
    const text = record(name).trim();
    if (text && !/^(нет данных|не заполнено|незаполнено|н\/д|null|-+|–)$/i.test(text)) return text;
  }
  return '';
}

export function readCell(record: SourceRecord, column: Column): string | null {
  const text = cellText(record, column);
  if (!text) {
    if (column.need) throw new CellRefused(column.name, 'required');
    return null;
  }
  if (column.oneOf) {
    const known = Object.entries(column.oneOf).find(([word]) => word.toLowerCase() === text.toLowerCase());
    if (!known) throw new CellRefused(column.name, 'unknown');
    return known[1];
  }
  const value = readers[column.type](text);
  if (value === undefined) throw new CellRefused(column.name, reasonOf(column.type));
  return value;
}

const readers: Readonly<Record<CellType, (text: string) => string | null | undefined>> = {
  text: (text) => text.slice(0, 2000),
  date: (text) => (/^\d{4}$/.test(text) ? null : isoDate(text.replace(/ в \d{1,2}:\d{2}.*$|[T ]\d{1,2}:\d{2}.*$/, ''))),
  year,
  whole,
  number: (text) => decimal(text, 3),
  money: (text) => decimal(text, 5),
  price,
  flag: (text) => (/^(да|true|1|yes)$/i.test(text) ? 'true' : /^(нет|false|0|no)$/i.test(text) ? 'false' : undefined),
  guid: (text) => (isGuid(text) ? text.toLowerCase() : undefined),
  guids: (text) => list(text, (one) => isGuid(one))?.toLowerCase(),
  inn: (text) => (isInn(text) ? text : undefined),
  ogrn: (text) => (isOgrn(text) ? text : undefined),
  codes: (text) => list(text, (one) => /^(\d{8}|\d{11})$/.test(one)),
  link: (text) => (/^https?:\/\/[^\s<>"]+$/.test(text) ? text : undefined),
};

function plain(text: string): string {
  return text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
}

/** «12 345,6», «9510.0000»; negative balances exist. */
export function decimal(text: string, fraction: number): string | undefined {
  const number = plain(text);
  if (!/^-?\d{1,12}(\.\d{1,10})?$/.test(number)) return undefined;
  const [whole = '', rest = ''] = number.split('.');
  return rest ? `${whole}.${rest.slice(0, fraction)}` : whole;
}

function whole(text: string): string | undefined {
  const number = plain(text).replace(/\.0+$/, '');
  return /^\d{1,9}$/.test(number) ? String(Number(number)) : undefined;
}

function year(text: string): string | undefined {
  const found = /^(\d{4})(\.0+)?$/.exec(plain(text))?.[1] ?? isoDate(text)?.slice(0, 4);
  return found && Number(found) >= 1700 && Number(found) <= 2100 ? found : undefined;
}

/** «30,56» → 305600 hundredths of a kopeck, by digits: no binary fraction comes near money. */
function price(text: string): string | undefined {
  const found = /^(\d{1,9})(?:\.(\d{1,4})0*)?$/.exec(plain(text));
  return found ? String(BigInt(`${found[1]}${(found[2] ?? '').padEnd(4, '0')}`)) : undefined;
}

/** Several values of one cell: «71701000, 71710000». */
function list(text: string, fits: (one: string) => boolean): string | undefined {
  const all = text.split(/[\s,;|]+/).filter(Boolean);
  return all.length > 0 && all.every(fits) ? `{${all.join(',')}}` : undefined;
}

function reasonOf(type: CellType): string {
  return type === 'guid' || type === 'inn' || type === 'ogrn' ? type : type === 'codes' ? 'oktmo' : 'value';
}
