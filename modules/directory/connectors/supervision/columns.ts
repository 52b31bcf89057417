// Columns of the supervision templates: the names are those of the ГИС ЖКХ schema (licenses, inspection, house-management).
import type { Column } from '@zhkh/imports';

const same = (...words: string[]) => Object.fromEntries(words.map((word) => [word, word]));
const GUID = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const HOUSE = '5717391b-1f92-4f5f-8ab4-e52aa7a315f5';

export const ogrn: Column = { name: 'OGRN', also: ['OGRNIP'], type: 'ogrn', need: true, sample: '1167232050116' };
export const fiasHouse: Column = { name: 'FIASHouseGUID', type: 'guid', sample: HOUSE };
export const fiasHouseNeeded: Column = { ...fiasHouse, need: true };
export const houseAddress: Column = {
  name: 'HouseAddress',
  type: 'text',
  sample: 'обл. Тюменская, г. Тюмень, ул. Садовая, д. 14',
};

export const licenceColumns: readonly Column[] = [
  { name: 'LicenseNumber', to: 'number', type: 'text', need: true, sample: '072-000045' },
  { name: 'LicenseRegDate', to: 'registered_on', type: 'date', sample: '2015-04-28' },
  {
    name: 'LicenseStatus',
    to: 'status',
    type: 'text',
    need: true,
    oneOf: {
      ...same('A', 'F', 'C', 'R', 'I', 'Active', 'Expired', 'Canceled', 'Terminated', 'Deactualized', 'Project'),
      действующая: 'A',
      прекращена: 'F',
      аннулирована: 'C',
      отменена: 'R',
      'не включена в реестр': 'I',
    },
    sample: 'A',
  },
  { name: 'LicenseStartDate', to: 'valid_from', type: 'date', sample: '2015-04-28' },
  { name: 'LicenseEndDate', to: 'valid_to', type: 'date', sample: '2030-04-28' },
  { name: 'LicensingAuthority', to: 'authority', type: 'text', sample: 'Государственная жилищная инспекция' },
  { name: 'ErulNumber', to: 'erul_number', type: 'text', sample: 'Л045-00106-72/00300001' },
];

export const licenceHouseColumns: readonly Column[] = [
  { name: 'LicenseNumber', to: 'licence_number', type: 'text', need: true, sample: '072-000045' },
  {
    name: 'LicenseHouseStatus',
    to: 'status',
    type: 'text',
    need: true,
    oneOf: { ...same('INCLUDED', 'EXCLUDED'), включён: 'INCLUDED', исключён: 'EXCLUDED' },
    sample: 'INCLUDED',
  },
  { name: 'InclusionDate', to: 'included_on', type: 'date', sample: '2016-05-01' },
  { name: 'ExclusionDate', to: 'excluded_on', type: 'date', sample: '' },
];

export const reportColumns: readonly Column[] = [
  { name: 'Year', to: 'year', type: 'year', need: true, sample: '2025' },
  { name: 'ContractGUID', to: 'contract_guid', type: 'guid', sample: GUID },
  {
    name: 'Status',
    to: 'status',
    type: 'text',
    need: true,
    oneOf: {
      ...same('Placed', 'NotPlaced', 'Annulled'),
      размещён: 'Placed',
      'не размещён': 'NotPlaced',
      аннулирован: 'Annulled',
    },
    sample: 'Placed',
  },
  { name: 'PlacedDate', to: 'placed_on', type: 'date', sample: '2026-03-28' },
  { name: 'URL', to: 'url', type: 'link', sample: '' },
];

export const examinationColumns: readonly Column[] = [
  { name: 'ExaminationGuid', to: 'guid', type: 'guid', need: true, sample: GUID },
  {
    name: 'ExaminationState',
    to: 'state',
    type: 'text',
    need: true,
    oneOf: same('Planned', 'Assigned', 'Finished', 'Cancelled', 'Annulled'),
    sample: 'Finished',
  },
  {
    name: 'ExaminationTypeType',
    to: 'kind',
    type: 'text',
    need: true,
    oneOf: { ...same('Scheduled', 'Unscheduled'), плановая: 'Scheduled', внеплановая: 'Unscheduled' },
    sample: 'Unscheduled',
  },
  { name: 'ExaminationForm', to: 'form', type: 'text', sample: 'Выездная' },
  {
    name: 'RegistryNumber',
    also: ['URIRegistrationNumber'],
    to: 'registry_number',
    type: 'text',
    sample: '72260041000101234567',
  },
  { name: 'OrderNumber', to: 'order_number', type: 'text', sample: '15-р' },
  { name: 'OrderDate', to: 'order_date', type: 'date', sample: '2026-01-12' },
  {
    name: 'RegulatoryAuthorityInformation',
    also: ['RegulatoryAuthority'],
    to: 'authority',
    type: 'text',
    sample: 'Государственная жилищная инспекция',
  },
  { name: 'Objective', to: 'objective', type: 'text', sample: 'Проверка содержания кровли' },
  { name: 'From', to: 'starts_on', type: 'date', sample: '2026-01-15' },
  { name: 'To', to: 'ends_on', type: 'date', sample: '2026-01-22' },
  { name: 'Number', to: 'result_number', type: 'text', sample: '15-А' },
  { name: 'Date', to: 'result_date', type: 'date', sample: '2026-01-22' },
  { name: 'HasOffence', to: 'has_offence', type: 'flag', sample: 'true' },
  { name: 'NatureOffence', to: 'nature_offence', type: 'text', sample: 'Протечки кровли не устранены' },
];

const states = same('Active', 'Cancelled', 'Fulfiled', 'NotFilled');
const ofExamination: Column = { name: 'ExaminationGuid', to: 'examination_guid', type: 'guid', sample: GUID };
const number: Column = { name: 'Number', to: 'number', type: 'text', need: true, sample: '15-П' };
const date: Column = { name: 'Date', to: 'issued_on', type: 'date', need: true, sample: '2026-01-22' };
const shortInfo: Column = { name: 'ShortInfo', to: 'summary', type: 'text', sample: 'Устранить протечки кровли' };

export const preceptColumns: readonly Column[] = [
  { name: 'PreceptGuid', to: 'guid', type: 'guid', need: true, sample: '1a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d' },
  ofExamination,
  { name: 'PreceptState', to: 'state', type: 'text', need: true, oneOf: states, sample: 'Active' },
  number,
  date,
  { name: 'Deadline', to: 'deadline', type: 'date', sample: '2026-03-22' },
  shortInfo,
  { name: 'ActualFulfiledPreceptDate', to: 'fulfilled_on', type: 'date', sample: '' },
];

/** A precept may name several houses, or none. */
export const preceptHouses: Column = { name: 'FIASHouseGUID', type: 'guids', sample: HOUSE };

export const offenceColumns: readonly Column[] = [
  { name: 'OffenceGuid', to: 'guid', type: 'guid', need: true, sample: '2a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d' },
  ofExamination,
  { name: 'OffenceState', to: 'state', type: 'text', need: true, oneOf: states, sample: 'Active' },
  { ...number, sample: '15-ПР' },
  date,
  shortInfo,
  { name: 'CourtName', to: 'court_name', type: 'text', sample: 'Мировой судья участка № 3' },
  { name: 'SubmittedDate', to: 'court_date', type: 'date', sample: '2026-02-01' },
  { name: 'SubmittedNumber', to: 'court_number', type: 'text', sample: '15/1' },
  { name: 'ActualFulfiledOffenceDate', to: 'fulfilled_on', type: 'date', sample: '' },
];

export const supervisionTemplates: readonly (readonly [id: string, columns: readonly Column[]])[] = [
  ['licences', [...licenceColumns, ogrn, fiasHouse, houseAddress, ...licenceHouseColumns.map(optional)]],
  ['management-reports', [...reportColumns, ogrn, fiasHouseNeeded]],
  ['examinations', [...examinationColumns, ogrn]],
  ['precepts', [...preceptColumns, ogrn, preceptHouses]],
  ['offences', [...offenceColumns, ogrn]],
];

/** A licence's row without a house has none of the house's cells. */
function optional(column: Column): Column {
  return { ...column, need: false };
}
