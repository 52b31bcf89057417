// Columns of the registers: every head and every coded value has words; what a person chose is taken, or else the usual.
import { describe, expect, it } from 'vitest';
import en from '../i18n/en.json' with { type: 'json' };
import ru from '../i18n/ru.json' with { type: 'json' };
import { chosenColumns, registerColumns } from './register-columns.ts';

const at = (tree: unknown, key: string): unknown =>
  key.split('.').reduce<unknown>((part, name) => (part && typeof part === 'object' ? Reflect.get(part, name) : undefined), tree);
const keys = (columns: readonly { key: string }[]) => columns.map(({ key }) => key).join(' ');

describe.each(['houses', 'companies'] as const)('columns of %s', (register) => {
  it('have words in both languages', () => {
    for (const words of [ru, en]) {
      expect(registerColumns[register].filter(({ head }) => typeof at(words, head) !== 'string')).toEqual([]);
      const coded = registerColumns[register].filter((column) => column.words !== undefined);
      expect(coded.filter((column) => typeof at(words, column.words ?? '') !== 'object')).toEqual([]);
    }
    expect(registerColumns[register].filter(({ kind }) => !['text', 'number', 'day'].includes(kind))).toEqual([]);
    expect(registerColumns[register].every((column) => column.words === undefined || column.kind === 'text')).toBe(true);
  });

  it('are the chosen ones in the order of the register, or the usual ones', () => {
    const [first, second] = registerColumns[register];
    expect(chosenColumns(register, [second?.key ?? '', first?.key ?? ''])).toEqual([first, second]);
    expect(chosenColumns(register, ['nothing'])).toEqual(chosenColumns(register, undefined));
    expect(chosenColumns(register, [])).toEqual(chosenColumns(register, undefined));
  });
});

it('of houses', () => {
  expect(keys(registerColumns.houses)).toBe(
    'address city municipality company company_inn company_since management_mode total_area living_area flats floors built_year status open lat lon gis_guid fact_date',
  );
  expect(keys(chosenColumns('houses', undefined))).toBe('address company company_since total_area flats status');
  const kinds = Map.groupBy(registerColumns.houses, ({ kind }) => kind);
  expect(keys(kinds.get('number') ?? [])).toBe('total_area living_area flats floors built_year open lat lon');
  expect(keys(kinds.get('day') ?? [])).toBe('company_since fact_date');
  expect(registerColumns.houses.flatMap(({ key, words }) => (words ? [`${key}: ${words}`] : []))).toEqual([
    'management_mode: mode',
    'status: status',
  ]);
});

it('of companies', () => {
  expect(keys(registerColumns.companies)).toBe(
    'short_name inn ogrn kind houses area licence_number licence status income staff sme offences precepts_open precepts_overdue email phone',
  );
  expect(keys(chosenColumns('companies', undefined))).toBe('short_name inn houses area licence offences precepts_open');
  const kinds = Map.groupBy(registerColumns.companies, ({ kind }) => kind);
  expect(keys(kinds.get('number') ?? [])).toBe('houses area income staff offences precepts_open precepts_overdue');
  expect(registerColumns.companies.flatMap(({ key, words }) => (words ? [`${key}: ${words}`] : []))).toEqual([
    'kind: company.kind',
    'licence: companies.licences',
    'status: fns.states',
    'sme: fns.categories',
  ]);
});
