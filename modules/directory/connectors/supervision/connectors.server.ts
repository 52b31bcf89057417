// Licences, reports on management, examinations, precepts and offences as tables named by the ГИС ЖКХ schema.
import { cellText, readCell } from '@zhkh/imports';
import { tabular } from '../tabular/tabular.server.ts';
import {
  examinationColumns,
  fiasHouse,
  fiasHouseNeeded,
  houseAddress,
  licenceColumns,
  licenceHouseColumns,
  offenceColumns,
  ogrn,
  preceptColumns,
  preceptHouses,
  reportColumns,
} from './columns.ts';

/** A row is a licence, or a licence with one of its houses. */
export const licences = tabular({
  id: 'licences',
  required: ['LicenseNumber', 'LicenseStatus', 'OGRN'],
  joins: { ogrn, houseGuid: fiasHouse, address: houseAddress },
  anyOrder: true,
  targets: [
    { table: 'licence', columns: licenceColumns, house: false, company: true, key: (record) => record('LicenseNumber') },
    {
      table: 'licence_house',
      columns: licenceHouseColumns,
      house: true,
      company: true,
      key: (record) => record('LicenseNumber'),
      when: (record) => Boolean(cellText(record, fiasHouse) || cellText(record, houseAddress)),
    },
  ],
});

export const managementReports = tabular({
  id: 'management-reports',
  required: ['Year', 'OGRN', 'FIASHouseGUID', 'Status'],
  joins: { ogrn, houseGuid: fiasHouseNeeded },
  anyOrder: true,
  targets: [
    {
      table: 'management_report',
      columns: reportColumns,
      house: true,
      company: true,
      key: (record) => `${record('OGRN')} ${record('Year')}`,
    },
  ],
});

export const examinations = tabular({
  id: 'examinations',
  required: ['ExaminationGuid', 'ExaminationState', 'ExaminationTypeType', 'OGRN'],
  joins: { ogrn },
  anyOrder: true,
  targets: [
    {
      table: 'examination',
      columns: examinationColumns,
      house: false,
      company: true,
      key: (record) => record('ExaminationGuid').toLowerCase(),
    },
  ],
});

export const precepts = tabular({
  id: 'precepts',
  required: ['PreceptGuid', 'PreceptState', 'OGRN', 'Number', 'Date'],
  joins: { ogrn },
  anyOrder: true,
  targets: [
    {
      table: 'precept',
      columns: preceptColumns,
      house: false,
      company: true,
      key: (record) => record('PreceptGuid').toLowerCase(),
      moreCasts: { house_guids: 'uuid[]' },
      more: (record) => ({ house_guids: readCell(record, preceptHouses) ?? '{}' }),
    },
  ],
});

export const offences = tabular({
  id: 'offences',
  required: ['OffenceGuid', 'OffenceState', 'OGRN', 'Number', 'Date'],
  joins: { ogrn },
  anyOrder: true,
  targets: [
    {
      table: 'offence',
      columns: offenceColumns,
      house: false,
      company: true,
      key: (record) => record('OffenceGuid').toLowerCase(),
    },
  ],
});
