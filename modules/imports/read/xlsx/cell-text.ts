// Gives the text of one cell: a number as JavaScript writes it, a date as YYYY-MM-DD, a failed formula empty.
import { SourceError } from '../source/source-error.ts';
import type { DateStyles } from './date-styles.server.ts';
import { type SharedStrings, unescaped } from './shared-strings.server.ts';

export interface Book {
  strings: SharedStrings;
  dates: DateStyles;
  from1904: boolean;
}

export interface Cell {
  place: string;
  type: string;
  style: string;
  /** Text of <v>. */
  value: string;
  /** Text of <is>. */
  inline: string;
}

/** Days from 1 January 1900 as spreadsheets count (with a 29 February that never was) to 1 January 1970. */
const DAYS_TO_1970 = 25_569;
const DAYS_TO_1904 = 1462;
const DAY_MS = 86_400_000;

export function cellText(cell: Cell, book: Book): string {
  switch (cell.type) {
    case 's':
      return cell.value === '' ? '' : shared(cell, book).trim();
    case 'inlineStr':
      return unescaped(cell.inline).trim();
    case 'str':
      return unescaped(cell.value).trim();
    case 'b':
      return cell.value === '' ? '' : truth(cell);
    case 'd':
      return cell.value === '' ? '' : day(new Date(cell.value), cell);
    case 'e':
      return '';
    case '':
    case 'n':
      return cell.value === '' ? '' : number(cell, book);
    default:
      return refuse(cell);
  }
}

function shared(cell: Cell, book: Book): string {
  return book.strings.at(Number(cell.value)) ?? refuse(cell);
}

function truth(cell: Cell): string {
  if (cell.value === '1') return 'true';
  return cell.value === '0' ? 'false' : refuse(cell);
}

function number(cell: Cell, book: Book): string {
  const value = Number(cell.value);
  if (Number.isNaN(value)) return refuse(cell);
  if (cell.style === '') return String(value);
  const isDate = book.dates[Number(cell.style)];
  if (isDate === undefined) return refuse(cell);
  if (!isDate) return String(value);
  const days = value + (book.from1904 ? DAYS_TO_1904 : 0) - DAYS_TO_1970;
  return day(new Date(Math.floor(days * DAY_MS)), cell);
}

function day(at: Date, cell: Cell): string {
  return Number.isNaN(at.getTime()) ? refuse(cell) : at.toISOString().slice(0, 10);
}

function refuse(cell: Cell): never {
  throw new SourceError('not-workbook', `${cell.place} ${cell.value.slice(0, 20)}`.trim());
}
