// The passport of a set: for machines as JSON, and as the CSV Russian open data portals expect («property,value»).
import { csvOf } from '@zhkh/kernel/export.server';
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
  return csvOf(rows, 'machine');
}

export function structureCsv(set: SetName): string {
  const rows = fieldsOfSet[set].map((field) => [field.name, field.meaning, field.type]);
  return csvOf([['field name', 'russian description', 'format'], ...rows], 'machine');
}
