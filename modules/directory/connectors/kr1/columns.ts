// Columns of the three capital repair exports (export-kr1_1, kr1_2, kr1_3), both spellings.
import type { Column } from '@zhkh/imports';

export const mkdCode: Column = { name: 'mkd_code', to: 'mkd_code', type: 'text', sample: '114455' };
export const mkdKey: Column = { name: 'mkd_code', type: 'text', sample: '114455' };
export const houseGuid: Column = {
  name: 'houseguid',
  also: ['house_guid', 'fias_guid'],
  type: 'guid',
  sample: '5717391b-1f92-4f5f-8ab4-e52aa7a315f5',
};
export const address: Column = { name: 'address', type: 'text', sample: 'обл. Тюменская, г. Тюмень, ул. Садовая, д. 14' };
export const lastUpdate: Column = { name: 'last_update', type: 'date', sample: '2026-01-15' };

export const houseColumns: readonly Column[] = [
  mkdCode,
  { name: 'commission_year', to: 'commissioned_year', type: 'year', sample: '1987' },
  { name: 'total_sq', also: ['total_s'], to: 'total_area', type: 'number', sample: '3 256,70' },
  { name: 'total_rooms_amount', to: 'rooms', type: 'whole', sample: '80' },
  { name: 'number_floors_max', to: 'floors', type: 'whole', sample: '5' },
  { name: 'total_ppl', to: 'people', type: 'whole', sample: '164' },
  { name: 'money_collecting_way', to: 'collecting_way', type: 'text', sample: 'Счет регионального оператора' },
  { name: 'money_ppl_collected', to: 'collected', type: 'money', sample: '2 345 678,90' },
  { name: 'money_ppl_collected_debts', to: 'debts', type: 'money', sample: '123 456,70' },
  { name: 'overhaul_funds_spent_all', to: 'spent', type: 'money', sample: '0' },
  { name: 'overhaul_funds_spent_subsidy', to: 'spent_subsidy', type: 'money', sample: '0' },
  { name: 'overhaul_fund_spent_other', also: ['overhaul_funds_spent_other'], to: 'spent_other', type: 'money', sample: '0' },
  { name: 'overhaul_funds_balance', to: 'balance', type: 'money', sample: '2 345 678,90' },
  { name: 'money_ppl_collected_date', to: 'collected_on', type: 'date', sample: '01.01.2026' },
  { name: 'owners_payment', to: 'owners_payment', type: 'price', sample: '12,50' },
  { name: 'energy_efficiency', to: 'energy_class', type: 'text', sample: 'C' },
  { name: 'inclusion_date_to_program', to: 'included_on', type: 'date', sample: '2014-06-30' },
  { name: 'exclude_date_from_program', to: 'excluded_on', type: 'date', sample: '' },
  { name: 'comment', to: 'note', type: 'text', sample: '' },
];

export const elementColumns: readonly Column[] = [
  { name: 'construction_element_code', to: 'code', type: 'text', sample: '901' },
  { name: 'construction_element_type', to: 'kind', type: 'text', need: true, sample: 'Крыша' },
  { name: 'system_type', to: 'system_kind', type: 'text', sample: '' },
  { name: 'roof_type', to: 'roof_kind', type: 'text', sample: 'Скатная' },
  { name: 'roofing_area', also: ['roof_s'], to: 'roof_area', type: 'number', sample: '812,4' },
  { name: 'basement_area', also: ['basement_s'], to: 'basement_area', type: 'number', sample: '' },
  { name: 'facade_type', to: 'facade_kind', type: 'text', sample: '' },
  { name: 'facade_area', also: ['facade_s'], to: 'facade_area', type: 'number', sample: '' },
  { name: 'foundation_type', to: 'foundation_kind', type: 'text', sample: '' },
  { name: 'wall_material', to: 'wall_material', type: 'text', sample: '' },
  { name: 'lift_type', to: 'lift_kind', type: 'text', sample: '' },
  { name: 'stops_count', to: 'lift_stops', type: 'whole', sample: '' },
  { name: 'commissioning_date', to: 'commissioned_on', type: 'date', sample: '1987' },
  { name: 'commissioning_date', to: 'commissioned_year', type: 'year', sample: '1987' },
  { name: 'decommissioning_date', to: 'decommissioned_on', type: 'date', sample: '' },
  { name: 'decommissioning_date', to: 'decommissioned_year', type: 'year', sample: '' },
  { name: 'comment', to: 'note', type: 'text', sample: '' },
];

export const workColumns: readonly Column[] = [
  { name: 'work_code', to: 'code', type: 'text', sample: '7001' },
  { name: 'construction_element_code', to: 'element_code', type: 'text', sample: '901' },
  { name: 'service_code', to: 'service_code', type: 'text', sample: '12' },
  { name: 'service_type', also: ['service_type_name'], to: 'kind', type: 'text', need: true, sample: 'Ремонт крыши' },
  { name: 'event_type', to: 'event_kind', type: 'text', sample: 'СМР' },
  { name: 'service_date_by_plan', also: ['service_date'], to: 'planned_on', type: 'date', sample: '2027' },
  { name: 'service_date_by_plan', also: ['service_date'], to: 'planned_year', type: 'year', sample: '2027' },
  { name: 'date_contract_concluded', to: 'contract_on', type: 'date', sample: '' },
  { name: 'contract_date_services_finished', to: 'contract_until', type: 'date', sample: '' },
  { name: 'fact_date_services_finished', to: 'finished_on', type: 'date', sample: '' },
  { name: 'plan_service_cost_kpkr', to: 'cost_plan', type: 'money', sample: '4 100 000,00' },
  { name: 'plan_service_cost_conclusion_contract', to: 'cost_contract_plan', type: 'money', sample: '' },
  { name: 'plan_service_cost_contract', to: 'cost_contract', type: 'money', sample: '' },
  { name: 'measure', to: 'measure', type: 'text', sample: 'м²' },
  { name: 'service_scope', to: 'scope', type: 'number', sample: '812,4' },
  { name: 'lifts_count', to: 'lifts', type: 'whole', sample: '' },
  { name: 'contractor_name', to: 'contractor', type: 'text', sample: '' },
  { name: 'contractor_inn', to: 'contractor_inn', type: 'inn', sample: '' },
];
