// Types of the tables fed by the tax service's registers (migrations/tenant/directory/*_fns.sql).
import type { StageTable } from './db.ts';

export type RegistrationStatus =
  | 'active'
  | 'liquidating'
  | 'bankrupt'
  | 'reorganising'
  | 'excluding'
  | 'other'
  | 'excluded'
  | 'ceased';

export type SmeCategory = 'micro' | 'small' | 'medium';

interface Sourced {
  id: string;
  company_id: string;
  /** The day the source speaks of. */
  fact_date: string;
  import_id: string;
  import_line: number;
  /** File inside the archive. */
  import_entry: string | null;
}

export interface CompanyRegistrationTable extends Sourced {
  register: 'egrul' | 'egrip';
  /** The last extract that says the same. */
  seen_on: string;
  name: string;
  short_name: string | null;
  status: RegistrationStatus;
  status_text: string | null;
  status_on: string | null;
  registered_on: string | null;
  okved: string | null;
  okved_name: string | null;
  okved_reported: string | null;
  capital: number | null;
  email: string | null;
  address: string | null;
  region_code: string | null;
  address_unreliable: boolean;
  address_note: string | null;
  content: string;
}

export interface CompanyFinanceTable extends Sourced {
  year: number;
  income: number;
  expense: number;
  published_on: string;
}

export interface CompanyStaffTable extends Sourced {
  year: number;
  count: number;
  published_on: string;
}

export interface CompanySmeTable extends Sourced {
  seen_on: string;
  category: SmeCategory;
  kind: 'firm' | 'entrepreneur' | 'farm' | null;
  since: string | null;
  is_new: boolean | null;
  social: boolean | null;
  staff: number | null;
  content: string;
}

declare module '@zhkh/kernel/tables.server' {
  interface TenantTables {
    company_registration: CompanyRegistrationTable;
    company_finance: CompanyFinanceTable;
    company_staff: CompanyStaffTable;
    company_sme: CompanySmeTable;
    stage_registration: StageTable;
    stage_finance: StageTable;
    stage_staff: StageTable;
    stage_sme: StageTable;
  }
}
