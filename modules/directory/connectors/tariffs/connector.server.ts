// Tariffs by decision, period and territory, from a table of our own: no open dump of them exists.
import { CellRefused, readCell, type SourceRecord } from '@zhkh/imports';
import { tabular } from '../tabular/tabular.server.ts';
import { statusColumn, tariffColumns } from './columns.ts';

const KEY = [
  'TariffType',
  'consumer_group',
  'kind',
  'OKTMO',
  'INN',
  'TariffStructure',
  'DateFrom',
  'DocNumber',
  'Differentiation',
];

export const tariffs = tabular({
  id: 'tariffs',
  required: [],
  joins: {},
  anyOrder: true,
  targets: [
    {
      table: 'tariff',
      columns: tariffColumns,
      house: false,
      company: false,
      key: tariffKey,
      moreCasts: { oktmo: 'text[]', oktmo_prefixes: 'text[]', status: 'text' },
      more,
    },
  ],
});

/** By what the row means, not by how it is written: «льготный» and `preferential` are one tariff. */
function tariffKey(record: SourceRecord): string {
  return tariffColumns
    .filter((column) => KEY.includes(column.name))
    .map((column) => (readCell(record, column) ?? '').toLowerCase())
    .join('|');
}

function more(record: SourceRecord): Record<string, string | null> {
  const cell = (name: string) => {
    const column = tariffColumns.find((one) => one.name === name);
    return column ? readCell(record, column) : null;
  };
  const from = cell('DateFrom');
  const to = cell('DateTo');
  if (from && to && to < from) throw new CellRefused('DateTo', 'value');
  const codes = (cell('OKTMO') ?? '{}').slice(1, -1).split(',').toSorted();
  return {
    oktmo: `{${codes.join(',')}}`,
    oktmo_prefixes: `{${codes.map(territory).join(',')}}`,
    status: readCell(record, statusColumn) ?? 'Published',
  };
}

/** Levels of a code are 2, 5, 8 and 11 digits; zeros at the end mean «the whole of it»: 71701000 covers 71701000001. */
export function territory(code: string): string {
  let prefix = code;
  while (prefix.length > 2 && prefix.endsWith('000')) prefix = prefix.slice(0, -3);
  return prefix;
}
