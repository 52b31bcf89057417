// Columns of the tariff template: what the tariff model of the norms says, one row a price of one period and territory.
import type { Column } from '../tabular/column.ts';

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
  { name: 'resource', also: ['Ресурс'], to: 'resource', type: 'text', need: true, sample: 'Холодная вода' },
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
  { name: 'oktmo', also: ['ОКТМО'], type: 'codes', need: true, sample: '71701000' },
  { name: 'org_inn', also: ['ИНН организации'], to: 'org_inn', type: 'inn', sample: '' },
  { name: 'org_name', also: ['Организация'], to: 'org_name', type: 'text', sample: 'АО «Водоснабжение округа»' },
  { name: 'unit', also: ['Единица измерения'], to: 'unit', type: 'text', need: true, sample: 'м³' },
  { name: 'price', also: ['Цена без НДС'], to: 'price', type: 'price', need: true, sample: '36,2500' },
  { name: 'price_with_vat', also: ['Цена с НДС'], to: 'price_with_vat', type: 'price', sample: '43,50' },
  { name: 'component', also: ['Компонент'], to: 'component', type: 'text', sample: '' },
  { name: 'date_from', also: ['Действует с'], to: 'date_from', type: 'date', need: true, sample: '2026-07-01' },
  { name: 'date_to', also: ['Действует по'], to: 'date_to', type: 'date', sample: '2026-12-31' },
  { name: 'act_number', also: ['Номер решения'], to: 'act_number', type: 'text', need: true, sample: '467/01-21' },
  { name: 'act_date', also: ['Дата решения'], to: 'act_date', type: 'date', need: true, sample: '2025-12-16' },
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
  { name: 'differentiation', also: ['Дифференциация'], to: 'differentiation', type: 'text', sample: '' },
];

export const statusColumn: Column = {
  name: 'status',
  also: ['Статус'],
  type: 'text',
  oneOf: { Published: 'Published', Canceled: 'Canceled', действует: 'Published', отменён: 'Canceled', отменен: 'Canceled' },
  sample: 'Published',
};
