// Types of the tables of capital repair, tariffs, supervision and mapped facts (migrations/tenant/directory/*_capital_repair, *_supervision).
import type { Generated } from 'kysely';
import type { StageTable } from './db.ts';
import type { CompanyFactColumns, FactColumns, HouseFactColumns } from './db-facts.ts';

/** A full export tells the newest state of a row; what it no longer names has ended. */
interface ExportedColumns extends HouseFactColumns {
  updated_on: string | null;
  ended_on: string | null;
}

export interface CapitalRepairHouseTable extends ExportedColumns {
  mkd_code: string | null;
  commissioned_year: number | null;
  total_area: number | null;
  rooms: number | null;
  floors: number | null;
  people: number | null;
  collecting_way: string | null;
  collected: number | null;
  debts: number | null;
  spent: number | null;
  spent_subsidy: number | null;
  spent_other: number | null;
  balance: number | null;
  collected_on: string | null;
  owners_payment: number | null;
  energy_class: string | null;
  included_on: string | null;
  excluded_on: string | null;
  note: string | null;
  money_unit: 'rouble' | 'thousand';
}

export interface CapitalRepairElementTable extends ExportedColumns {
  code: string | null;
  kind: string;
  system_kind: string | null;
  roof_kind: string | null;
  roof_area: number | null;
  basement_area: number | null;
  facade_kind: string | null;
  facade_area: number | null;
  foundation_kind: string | null;
  wall_material: string | null;
  lift_kind: string | null;
  lift_stops: number | null;
  commissioned_on: string | null;
  commissioned_year: number | null;
  decommissioned_on: string | null;
  decommissioned_year: number | null;
  note: string | null;
}

export interface CapitalRepairWorkTable extends ExportedColumns {
  code: string | null;
  element_code: string | null;
  service_code: string | null;
  kind: string;
  event_kind: string | null;
  planned_on: string | null;
  planned_year: number | null;
  contract_on: string | null;
  contract_until: string | null;
  finished_on: string | null;
  cost_plan: number | null;
  cost_contract_plan: number | null;
  cost_contract: number | null;
  measure: string | null;
  scope: number | null;
  lifts: number | null;
  contractor: string | null;
  contractor_inn: string | null;
  money_unit: 'rouble' | 'thousand';
}

export interface TariffTable extends FactColumns {
  resource: string;
  consumer_group: 'population' | 'budget' | 'other';
  kind: 'economically_justified' | 'preferential';
  oktmo: string[];
  oktmo_prefixes: string[];
  org_inn: string | null;
  org_name: string | null;
  unit: string;
  price: number;
  price_with_vat: number | null;
  component: string | null;
  date_from: string;
  date_to: string | null;
  act_number: string;
  act_date: string;
  act_body: string;
  act_title: string | null;
  act_url: string | null;
  differentiation: string | null;
  status: 'Published' | 'Canceled';
}

export interface LicenceTable extends CompanyFactColumns {
  number: string;
  registered_on: string | null;
  status: string;
  active: Generated<boolean>;
  valid_from: string | null;
  valid_to: string | null;
  authority: string | null;
  erul_number: string | null;
}

export interface LicenceHouseTable extends FactColumns {
  house_id: string;
  company_id: string;
  licence_number: string;
  status: 'INCLUDED' | 'EXCLUDED';
  included_on: string | null;
  excluded_on: string | null;
}

export interface ManagementReportTable extends FactColumns {
  house_id: string;
  company_id: string;
  year: number;
  placed_on: string | null;
  contract_guid: string | null;
  status: 'Placed' | 'NotPlaced' | 'Annulled';
  counted: Generated<boolean>;
  url: string | null;
}

export interface ExaminationTable extends CompanyFactColumns {
  guid: string;
  state: 'Planned' | 'Assigned' | 'Finished' | 'Cancelled' | 'Annulled';
  counted: Generated<boolean>;
  kind: 'Scheduled' | 'Unscheduled';
  form: string | null;
  registry_number: string | null;
  order_number: string | null;
  order_date: string | null;
  authority: string | null;
  objective: string | null;
  starts_on: string | null;
  ends_on: string | null;
  result_number: string | null;
  result_date: string | null;
  has_offence: boolean | null;
  nature_offence: string | null;
}

/** A paper an examination ends with. */
interface PaperColumns extends CompanyFactColumns {
  guid: string;
  examination_guid: string | null;
  state: 'Active' | 'Cancelled' | 'Fulfiled' | 'NotFilled';
  counted: Generated<boolean>;
  number: string;
  issued_on: string;
  summary: string | null;
  fulfilled_on: string | null;
}

export interface PreceptTable extends PaperColumns {
  deadline: string | null;
  house_guids: string[];
}

export interface OffenceTable extends PaperColumns {
  court_name: string | null;
  court_date: string | null;
  court_number: string | null;
}

/** A fact with the name its operator gave it. */
interface MappedColumns {
  name: string;
  label: string;
  value: string;
  unit: string | null;
  origin: string;
}

export interface HouseFactTable extends HouseFactColumns, MappedColumns {
  /** None: told by the ГИС ЖКХ exchange. */
  profile_code: string | null;
}

export interface CompanyFactTable extends CompanyFactColumns, MappedColumns {
  profile_code: string;
}

declare module '@zhkh/kernel/tables.server' {
  interface TenantTables {
    capital_repair_house: CapitalRepairHouseTable;
    capital_repair_element: CapitalRepairElementTable;
    capital_repair_work: CapitalRepairWorkTable;
    tariff: TariffTable;
    licence: LicenceTable;
    licence_house: LicenceHouseTable;
    management_report: ManagementReportTable;
    examination: ExaminationTable;
    precept: PreceptTable;
    offence: OffenceTable;
    house_fact: HouseFactTable;
    company_fact: CompanyFactTable;
    stage_tabular: StageTable;
  }
}
