// Makes a workbook of the register of suppliers with any number of rows.
import { completeInn, completeOgrn } from '@zhkh/kernel/checks';
import { type CellValue, rowOf, workbookParts } from '../../testing/workbook-parts.ts';
import type { ZipPart } from '../../testing/zip-writer.ts';

const HEAD = [
  'Наименование',
  'ОГРН',
  'ИНН',
  'КПП',
  'Официальный сайт в сети Интернет',
  'Телефон',
  'Телефон диспетчерской службы',
  'Адрес электронной почты',
  'Адрес местонахождения',
  'Состояние',
];
const AT_ONCE = 500;

export function suppliersParts(rows: number): ZipPart[] {
  return workbookParts({ sheets: [lines(rows)], strings: names(rows) });
}

function* lines(rows: number): Generator<string> {
  yield rowOf(
    3,
    HEAD.map((text) => ({ text })),
  );
  for (let from = 0; from < rows; from += AT_ONCE)
    yield Array.from({ length: Math.min(AT_ONCE, rows - from) }, (_, by) => rowOf(from + by + 4, cells(from + by))).join('');
}

function cells(at: number): CellValue[] {
  const digits = String(at).padStart(8, '0');
  return [
    { shared: at },
    { text: completeOgrn(`1027${digits}`) },
    { text: completeInn(`7${digits}`) },
    { text: '720301001' },
    { text: `https://uk-${at}.example` },
    { text: `+7 3452 ${digits}` },
    { text: `+7 3453 ${digits}` },
    { text: `office@uk-${at}.example` },
    { text: `г. Тюмень, ул. Садовая, д. ${at % 300}` },
    { number: at },
  ];
}

function* names(rows: number): Generator<string> {
  for (let at = 0; at < rows; at += 1) yield `Управляющая компания № ${at}`;
}
