// Columns of the tariff template, one row a price of one period and territory: names of the ГИС ЖКХ schema (exportMunicipalResourceTariff)
// where it has one. Whom the price is for and whether it is preferential is a criterion there, not an element.
import type { Column } from '@zhkh/imports';

const groups = {
  population: 'population',
  budget: 'budget',
  other: 'other',
  население: 'population',
  бюджет: 'budget',
  прочие: 'other',
};
const kinds = {
  economically_justified: 'economically_justified',
  preferential: 'preferential',
  'экономически обоснованный': 'economically_justified',
  льготный: 'preferential',
};

export const tariffColumns: readonly Column[] = [
  { name: 'TariffType', also: ['resource', 'Ресурс'], to: 'resource', type: 'text', need: true, sample: 'Холодная вода' },
  {
    name: 'consumer_group',
    also: ['Группа потребителей'],
    to: 'consumer_group',
    type: 'text',
    need: true,
    oneOf: groups,
    sample: 'population',
  },
  { name: 'kind', also: ['Вид тарифа'], to: 'kind', type: 'text', need: true, oneOf: kinds, sample: 'preferential' },
  { name: 'OKTMO', also: ['oktmo', 'ОКТМО'], type: 'codes', need: true, sample: '71701000' },
  { name: 'INN', also: ['org_inn', 'ИНН организации'], to: 'org_inn', type: 'inn', sample: '' },
  {
    name: 'RegulatedOrganization',
    also: ['org_name', 'Организация'],
    to: 'org_name',
    type: 'text',
    sample: 'АО «Водоснабжение округа»',
  },
  { name: 'Unit', also: ['unit', 'Единица измерения'], to: 'unit', type: 'text', need: true, sample: 'м³' },
  { name: 'Price', also: ['price', 'Цена без НДС'], to: 'price', type: 'price', need: true, sample: '36,2500' },
  { name: 'price_with_vat', also: ['Цена с НДС'], to: 'price_with_vat', type: 'price', sample: '43,50' },
  { name: 'TariffStructure', also: ['component', 'Компонент'], to: 'component', type: 'text', sample: '' },
  { name: 'DateFrom', also: ['date_from', 'Действует с'], to: 'date_from', type: 'date', need: true, sample: '2026-07-01' },
  { name: 'DateTo', also: ['date_to', 'Действует по'], to: 'date_to', type: 'date', sample: '2026-12-31' },
  { name: 'DocNumber', also: ['act_number', 'Номер решения'], to: 'act_number', type: 'text', need: true, sample: '467/01-21' },
  { name: 'AcceptanceDate', also: ['act_date', 'Дата решения'], to: 'act_date', type: 'date', need: true, sample: '2025-12-16' },
  {
    name: 'act_body',
    also: ['Кто принял'],
    to: 'act_body',
    type: 'text',
    need: true,
    sample: 'Департамент тарифной и ценовой политики',
  },
  { name: 'act_title', also: ['Название решения'], to: 'act_title', type: 'text', sample: 'Об установлении тарифов на 2026 год' },
  { name: 'act_url', also: ['Ссылка на решение'], to: 'act_url', type: 'link', sample: 'https://tariffs.example/467' },
  { name: 'Differentiation', also: ['differentiation', 'Дифференциация'], to: 'differentiation', type: 'text', sample: '' },
];

export const statusColumn: Column = {
  name: 'Status',
  also: ['status', 'Статус'],
  type: 'text',
  oneOf: { Published: 'Published', Canceled: 'Canceled', действует: 'Published', отменён: 'Canceled', отменен: 'Canceled' },
  sample: 'Published',
};
