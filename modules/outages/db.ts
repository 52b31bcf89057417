// Types of the outages' tables (migrations/tenant/outages).
import type { Generated } from 'kysely';
import type { ChangeKind, Kind, State, Type } from './domain/phase.ts';
import type { ReadRow, RefusedRow } from './domain/report-row.ts';

export interface OutageTable {
  id: string;
  number: Generated<number>;
  source_key: string | null;
  kind: Kind;
  type: Type;
  services: string[];
  starts_at: Date;
  ends_at: Date | null;
  time_zone: string;
  reason_code: string;
  reason_text: Generated<string>;
  info: Generated<string>;
  place: string;
  house_count: number;
  flat_count: Generated<number>;
  municipality: string | null;
  oktmo: string | null;
  company_id: string | null;
  supplier: Generated<string>;
  author_kind: 'company' | 'authority' | 'source';
  author_id: string | null;
  author_name: string;
  state: State;
  revision: Generated<number>;
  announced_at: Date;
  closed_at: Date | null;
  closed_by: 'person' | 'clock' | null;
  cancel_reason: Generated<string>;
  reminded_revision: Generated<number>;
  idempotency_key: string;
  search_text: string;
  import_id: string | null;
  import_line: number | null;
}

export interface OutageHouseTable {
  outage_id: string;
  house_id: string;
  company_id: string | null;
  municipality: string | null;
  oktmo: string | null;
  address: string;
  flats: number | null;
}

export interface OutageChangeTable {
  id: string;
  outage_id: string;
  at: Date;
  kind: ChangeKind;
  actor_kind: 'company' | 'authority' | 'source' | 'system';
  actor_id: string | null;
  actor_name: Generated<string>;
  organisation: Generated<string>;
  ends_before: Date | null;
  ends_after: Date | null;
  reason: Generated<string>;
  revision: number;
}

export interface OutageComplaintTable {
  complaint_id: string;
  outage_id: string;
  filed_at: Date;
}

export interface OutageReaderTable {
  account_id: string;
  by_mail: Generated<boolean>;
  by_sms: Generated<boolean>;
  email: string | null;
  email_confirmed_at: Date | null;
  confirm_hash: string | null;
  confirm_until: Date | null;
  stop_token: string;
  created_at: Date;
  updated_at: Date;
}

export interface OutageSubscriptionTable {
  account_id: string;
  house_id: string;
  created_at: Date;
}

export interface OutageTellingTable {
  outage_id: string;
  account_id: string;
  id: Generated<string>;
  state: Generated<string>;
  tries: Generated<number>;
  next_try_at: Date | null;
  lease_until: Date | null;
  last_error: string | null;
  due_at: Date | null;
  waiting_since: Date | null;
  told_revision: Generated<number>;
  told_state: string | null;
  told_ends_at: Date | null;
}

export interface OutageUploadTable {
  id: string;
  company_id: string;
  account_id: string;
  file_name: string;
  rows: ReadRow[];
  refused: RefusedRow[];
  created_at: Date;
  announced_at: Date | null;
}

export interface StageOutageTable {
  import_id: string | null;
  line: string | null;
  raw: string | null;
  source_key: string | null;
  kind: string | null;
  type: string | null;
  services: string | null;
  starts_at: string | null;
  ends_at: string | null;
  reason_code: string | null;
  reason_text: string | null;
  info: string | null;
  status: string | null;
  cancel_reason: string | null;
  supplier: string | null;
  ogrn: string | null;
  house_guid: string | null;
  address: string | null;
}

declare module '@zhkh/kernel/tables.server' {
  interface TenantTables {
    outage: OutageTable;
    outage_house: OutageHouseTable;
    outage_change: OutageChangeTable;
    outage_complaint: OutageComplaintTable;
    outage_reader: OutageReaderTable;
    outage_subscription: OutageSubscriptionTable;
    outage_telling: OutageTellingTable;
    outage_upload: OutageUploadTable;
    stage_outage: StageOutageTable;
  }
}
