// Columns an export of a register may have: key of the row, words of the head, kind of the value.
import type { RegisterName } from './register-query.ts';

export interface RegisterColumn {
  key: string;
  /** i18n key inside `directory`. */
  head: string;
  kind: 'text' | 'number' | 'day';
  /** Words for coded values: `status` turns `in-use` into `status.in-use`. */
  words?: string;
  /** Taken unless the person chose. */
  usual?: boolean;
}

const houses: readonly RegisterColumn[] = [
  { key: 'address', head: 'register.address', kind: 'text', usual: true },
  { key: 'city', head: 'register.city', kind: 'text' },
  { key: 'municipality', head: 'openData.municipality', kind: 'text' },
  { key: 'company', head: 'register.company', kind: 'text', usual: true },
  { key: 'company_inn', head: 'company.inn', kind: 'text' },
  { key: 'company_since', head: 'register.since', kind: 'day', usual: true },
  { key: 'management_mode', head: 'facts.mode', kind: 'text', words: 'mode' },
  { key: 'total_area', head: 'register.area', kind: 'number', usual: true },
  { key: 'living_area', head: 'facts.livingArea', kind: 'number' },
  { key: 'flats', head: 'facts.flats', kind: 'number', usual: true },
  { key: 'floors', head: 'facts.floors', kind: 'number' },
  { key: 'built_year', head: 'facts.builtYear', kind: 'number' },
  { key: 'status', head: 'register.state', kind: 'text', words: 'status', usual: true },
  { key: 'open', head: 'register.open', kind: 'number' },
  { key: 'lat', head: 'register.lat', kind: 'number' },
  { key: 'lon', head: 'register.lon', kind: 'number' },
  { key: 'gis_guid', head: 'facts.gisGuid', kind: 'text' },
  { key: 'fact_date', head: 'register.factDate', kind: 'day' },
];

const companies: readonly RegisterColumn[] = [
  { key: 'short_name', head: 'companies.name', kind: 'text', usual: true },
  { key: 'inn', head: 'company.inn', kind: 'text', usual: true },
  { key: 'ogrn', head: 'company.ogrn', kind: 'text' },
  { key: 'kind', head: 'companies.kind', kind: 'text', words: 'company.kind' },
  { key: 'houses', head: 'companies.houses', kind: 'number', usual: true },
  { key: 'area', head: 'register.area', kind: 'number', usual: true },
  { key: 'licence_number', head: 'companies.licenceNumber', kind: 'text' },
  { key: 'licence', head: 'companies.licence', kind: 'text', words: 'companies.licences', usual: true },
  { key: 'status', head: 'facts.status', kind: 'text', words: 'fns.states' },
  { key: 'income', head: 'companies.income', kind: 'number' },
  { key: 'staff', head: 'companies.staff', kind: 'number' },
  { key: 'sme', head: 'fns.sme', kind: 'text', words: 'fns.categories' },
  { key: 'offences', head: 'companies.offences', kind: 'number', usual: true },
  { key: 'precepts_open', head: 'companies.preceptsOpen', kind: 'number', usual: true },
  { key: 'precepts_overdue', head: 'companies.preceptsOverdue', kind: 'number' },
  { key: 'email', head: 'company.email', kind: 'text' },
  { key: 'phone', head: 'company.phone', kind: 'text' },
];

export const registerColumns: Record<RegisterName, readonly RegisterColumn[]> = { houses, companies };

export function chosenColumns(register: RegisterName, keys: readonly string[] | undefined): readonly RegisterColumn[] {
  const known = registerColumns[register].filter((column) => (keys ? keys.includes(column.key) : column.usual));
  return known.length > 0 ? known : registerColumns[register].filter((column) => column.usual);
}
