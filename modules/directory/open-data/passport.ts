// The passport of a set: for machines as JSON, and as the CSV Russian open data portals expect («property,value»).
import { fieldsOfSet, formats, type SetName } from '../domain/open-data.ts';

export interface PassportFacts {
  set: SetName;
  title: string;
  description: string;
  publisher: string;
  terms: string;
  origin: string;
  updated: Date;
}

export function passportJson(facts: PassportFacts) {
  const { set, origin, updated, ...words } = facts;
  return {
    identifier: set,
    ...words,
    language: 'ru',
    modified: updated.toISOString(),
    update: 'daily',
    distributions: formats.map((format) => ({ format, url: `${origin}/open-data/${set}.${format}` })),
    filter: { municipality: 'ОКТМО: 5, 8 или 11 цифр' },
    csv: { encoding: 'UTF-8', byteOrderMark: true, delimiter: ',', quote: '"', decimal: '.' },
    fields: fieldsOfSet[set],
  };
}

export function passportCsv(facts: PassportFacts): string {
  const { set, origin, updated } = facts;
  const day = updated.toISOString().slice(0, 10).replaceAll('-', '');
  const rows = [
    ['property', 'value'],
    ['standardversion', 'http://opendata.gosmonitor.ru/standard/3.0'],
    ['identifier', set],
    ['title', facts.title],
    ['description', facts.description],
    ['creator', facts.publisher],
    ['created', day],
    ['modified', day],
    ['format', 'csv'],
    ['subject', 'Жилищно-коммунальное хозяйство'],
    ['provenance', facts.terms],
    [`data-${day}-structure-1`, `${origin}/open-data/${set}.csv`],
    [`structure-1`, `${origin}/open-data/${set}/structure.csv`],
  ];
  return asCsv(rows);
}

export function structureCsv(set: SetName): string {
  const rows = fieldsOfSet[set].map((field) => [field.name, field.meaning, field.type]);
  return asCsv([['field name', 'russian description', 'format'], ...rows]);
}

const asCsv = (rows: string[][]) => `\uFEFF${rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')}`;

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
