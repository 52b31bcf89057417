// Types of the complaints' tables (migrations/tenant/complaints).
import type { Generated } from 'kysely';
import type { Channel, DeliveryState } from './domain/delivery.ts';
import type { Counting, Sure, Unit } from './domain/norm.ts';
import type { Status } from './domain/status.ts';

export interface ComplaintNormTable {
  id: string;
  code: string;
  origin: 'federal' | 'region';
  version: number;
  rule: string;
  rule_en: string;
  act: string;
  amount: number;
  unit: Unit;
  counting: Counting;
  window_from: number | null;
  window_to: number | null;
  stops_at: 'answer' | 'reaction';
  sure: Sure;
  source: string;
  valid_from: string;
  valid_to: string | null;
  checked_at: string;
}

export interface ComplaintCategoryTable {
  code: string;
  group_code: string;
  group_name: string;
  group_name_en: string;
  icon: string;
  position: number;
  name: string;
  name_en: string;
  keywords: string;
  priority: Priority;
  answer_norm: string | null;
  repair_norm: string | null;
  repair_title: string;
  repair_title_en: string;
  question: string;
  question_en: string;
  hint: string;
  hint_en: string;
  valid_from: Generated<string>;
  valid_to: string | null;
}

export type Priority = 'stop' | 'urgent' | 'normal';

export interface ComplaintTable {
  id: string;
  number: Generated<number>;
  author_id: string;
  contact_name: Generated<string>;
  idempotency_key: string;
  fingerprint: string;
  category_code: string;
  title: string;
  body: string;
  place: Generated<string>;
  flat: Generated<string>;
  house_id: string | null;
  typed_address: string | null;
  address: string;
  municipality: string | null;
  oktmo: string | null;
  time_zone: string;
  addressee: 'company' | 'authority';
  company_id: string | null;
  company_name: Generated<string>;
  status: Status;
  priority: Priority;
  filed_at: Date;
  clock_started_at: Date;
  /** Set when a new company took over: its answer is counted from here, the repair still from `clock_started_at`. */
  answer_started_at: Date | null;
  round: Generated<number>;
  refuted_count: Generated<number>;
  answer_norm_id: string | null;
  answer_due_at: Date | null;
  answer_stopped_at: Date | null;
  repair_norm_id: string | null;
  repair_due_at: Date | null;
  repair_stopped_at: Date | null;
  due_uncertain: Generated<boolean>;
  opened_at: Date | null;
  performer: Generated<string>;
  answered_at: Date | null;
  react_until: Date | null;
  closed_at: Date | null;
  search_text: string;
}

export interface ComplaintAnswerTable {
  id: string;
  complaint_id: string;
  author_id: string;
  author_label: string;
  organisation_name: string;
  /** The company that answered; null = an authority. A complaint may have gone on to another company since. */
  company_id: string | null;
  body: string;
  at: Date;
  round: number;
  in_time: boolean | null;
}

export interface ComplaintPhotoTable {
  id: string;
  complaint_id: string;
  answer_id: string | null;
  file_id: string;
  width: number | null;
  height: number | null;
  position: number;
  added_at: Date;
}

export type TrailDetail = Record<string, string | number | boolean | null>;

export interface ComplaintEventTable {
  id: string;
  complaint_id: string;
  at: Date;
  kind: string;
  actor_kind: 'resident' | 'company' | 'authority' | 'system';
  actor_id: string | null;
  actor_label: Generated<string>;
  internal: Generated<boolean>;
  detail: Generated<TrailDetail>;
  answer_due_before: Date | null;
  answer_due_after: Date | null;
  norm_id: string | null;
}

/** A complaint that left a company together with its house. */
export interface ComplaintHandoverTable {
  id: string;
  complaint_id: string;
  number: number;
  title: string;
  house_id: string;
  address: string;
  from_company_id: string | null;
  to_company_id: string | null;
  to_company_name: string;
  round: number;
  status_before: Status;
  was_late: boolean;
  changed_on: string;
  at: Date;
}

export interface ComplaintDeliveryTable {
  id: string;
  complaint_id: string;
  round: number;
  company_id: string | null;
  channel: Channel;
  state: DeliveryState;
  tries: Generated<number>;
  next_try_at: Date | null;
  lease_until: Date | null;
  last_error: string | null;
  in_doubt: Generated<boolean>;
  doubts: Generated<number>;
  recipient: string | null;
  message_id: string | null;
  created_at: Date;
  sent_at: Date | null;
  opened_at: Date | null;
  escalate_at: Date | null;
}

export interface ComplaintGradeTable {
  complaint_id: string;
  author_id: string;
  company_id: string | null;
  grade: number;
  comment: Generated<string>;
  at: Date;
}

export interface ComplaintDraftTable {
  id: string;
  author_id: string;
  house_id: string | null;
  typed_address: string | null;
  category_code: string;
  body: string;
  place: string;
  flat: string;
  contact_name: string;
  file_ids: Generated<string[]>;
  updated_at: Date;
}

declare module '@zhkh/kernel/tables.server' {
  interface TenantTables {
    complaint: ComplaintTable;
    complaint_norm: ComplaintNormTable;
    complaint_category: ComplaintCategoryTable;
    complaint_answer: ComplaintAnswerTable;
    complaint_photo: ComplaintPhotoTable;
    complaint_event: ComplaintEventTable;
    complaint_delivery: ComplaintDeliveryTable;
    complaint_handover: ComplaintHandoverTable;
    complaint_grade: ComplaintGradeTable;
    complaint_draft: ComplaintDraftTable;
  }
}
