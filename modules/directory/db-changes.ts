// Types of the tables of history and of saved views (migrations/tenant/directory/*_changes, *_register_views).
import type { RegisterName } from './domain/register-query.ts';

export type SubjectKind = 'house' | 'company';

export interface KnownFactTable {
  subject_id: string;
  kind: SubjectKind;
  facts: Record<string, string | number | null>;
}

export interface FactChangeTable {
  subject_id: string;
  kind: SubjectKind;
  field: string;
  before: string | null;
  after: string | null;
  changed_on: string;
  recorded_at: Date;
  import_id: string | null;
  import_line: number | null;
}

/** A view: the first known term of a house is `is_first`, nobody knows what was before it. */
export interface ManagementChangeTable {
  term_id: string;
  house_id: string;
  changed_on: string;
  from_company_id: string | null;
  to_company_id: string | null;
  is_first: boolean;
  exact: boolean;
  document: string | null;
  import_id: string | null;
  import_line: number | null;
}

export interface RegisterViewTable {
  id: string;
  register: RegisterName;
  owner_id: string;
  organisation_id: string;
  name: string;
  /** Without «?». */
  query: string;
  shared: boolean;
  created_at: Date;
  updated_at: Date;
  deleted_at: Date | null;
}

export interface RegisterDefaultTable {
  account_id: string;
  register: RegisterName;
  view_id: string;
}

declare module '@zhkh/kernel/tables.server' {
  interface TenantTables {
    known_fact: KnownFactTable;
    fact_change: FactChangeTable;
    management_change: ManagementChangeTable;
    register_view: RegisterViewTable;
    register_default: RegisterDefaultTable;
  }
}
