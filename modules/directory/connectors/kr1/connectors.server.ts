// Capital repair exports of «Реформа ЖКХ»: houses with their money, structural elements and lifts, works with dates and costs.
import type { SourceRecord } from '@zhkh/imports';
import { tabular } from '../tabular/tabular.server.ts';
import { address, elementColumns, houseColumns, houseGuid, lastUpdate, mkdKey, workColumns } from './columns.ts';
import { unitOfHouses, unitOfWorks } from './money-unit.server.ts';

const joins = { houseGuid, mkdCode: mkdKey, address };

export const kr1Houses = tabular({
  id: 'kr1-houses',
  required: ['mkd_code', 'address', 'money_collecting_way'],
  joins,
  fileFacts: unitOfHouses,
  targets: [
    {
      table: 'capital_repair_house',
      columns: houseColumns,
      house: true,
      company: false,
      key: () => '',
      newest: lastUpdate,
      snapshot: true,
    },
  ],
});

export const kr1Elements = tabular({
  id: 'kr1-elements',
  required: ['mkd_code', 'address', 'construction_element_type'],
  joins,
  targets: [
    {
      table: 'capital_repair_element',
      columns: elementColumns,
      house: true,
      company: false,
      key: (record) =>
        keyOf(record, [
          'construction_element_code',
          'construction_element_type',
          'system_type',
          'lift_type',
          'commissioning_date',
        ]),
      newest: lastUpdate,
      snapshot: true,
    },
  ],
});

export const kr1Works = tabular({
  id: 'kr1-works',
  required: ['mkd_code', 'address', 'service_type'],
  joins,
  fileFacts: unitOfWorks,
  targets: [
    {
      table: 'capital_repair_work',
      columns: workColumns,
      house: true,
      company: false,
      key: (record) =>
        record('work_code')
          ? `work ${record('work_code')}`
          : keyOf(record, ['construction_element_code', 'service_code', 'service_type', 'event_type', 'service_date_by_plan']),
      newest: lastUpdate,
      snapshot: true,
    },
  ],
});

function keyOf(record: SourceRecord, columns: readonly string[]): string {
  return columns.map((name) => record(name).toLowerCase()).join('|');
}
