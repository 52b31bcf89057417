// Tables of the control plane (schema `platform`) that the data kernel owns.
import type { ColumnType, Generated } from 'kysely';

export interface TenantBrand {
  /** oklch hue 0–360 and chroma 0–0.13: the whole colour of a region (look.md §2). */
  hue: number;
  chroma: number;
  logoFileKey: string | null;
}

export type TenantState = 'provisioning' | 'active' | 'suspended' | 'archived';

type At = ColumnType<Date, Date, Date>;
type NullableAt = ColumnType<Date | null, Date | null | undefined, Date | null>;

export interface TenantTable {
  id: string;
  slug: string;
  name: string;
  name_en: string;
  subject_code: string;
  state: TenantState;
  schema_name: string;
  role_name: string;
  time_zone: string;
  brand: TenantBrand;
  plan: string;
  /** Digest of the migrations this region has; readiness compares it with the files. */
  schema_digest: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: At;
  activated_at: NullableAt;
}

export interface TenantHostTable {
  host: string;
  tenant_id: string;
  position: number;
}

export interface ProvisionStepTable {
  tenant_id: string;
  step: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  tries: Generated<number>;
  started_at: NullableAt;
  finished_at: NullableAt;
  error: ColumnType<string | null, string | null | undefined, string | null>;
}

export interface PlanTable {
  code: string;
  title: string;
  title_en: string;
  price_kopecks: number;
  position: number;
}

/** Which module was ever put into which plan by its manifest: what operators take out later is not put back. */
export interface PlanOfferTable {
  plan: string;
  module: string;
  offered_at: Date;
}

export interface PlanModuleTable {
  plan: string;
  module: string;
}

/** A module a region has beyond its plan, until a day. */
export interface EntitlementTable {
  tenant_id: string;
  module: string;
  source: string;
  until: NullableAt;
}

export interface ModuleFlagTable {
  tenant_id: string;
  module: string;
  is_on: boolean;
  changed_at: At;
  changed_by: ColumnType<string | null, string | null | undefined, string | null>;
}

export interface OperatorAuditTable {
  id: string;
  at: At;
  operator_id: string | null;
  action: string;
  subject: string;
  region: string | null;
  detail: Record<string, string | number | boolean | null>;
}

export interface IsolationCheckTable {
  id: string;
  at: At;
  checks: number;
  failures: number;
  detail: unknown;
}

declare module './index.server.ts' {
  interface ControlTables {
    tenant: TenantTable;
    tenant_host: TenantHostTable;
    provision_step: ProvisionStepTable;
    plan: PlanTable;
    plan_module: PlanModuleTable;
    plan_offer: PlanOfferTable;
    entitlement: EntitlementTable;
    module_flag: ModuleFlagTable;
    operator_audit: OperatorAuditTable;
    isolation_check: IsolationCheckTable;
  }
}
