// Types of the kernel's tables in every region: events, audit, settings, job runs, history of migrations.
import type { ColumnType, Generated } from 'kysely';

/** States of work as a row. */
export type WorkState = 'waiting' | 'done' | 'parked' | 'discarded';

type At = ColumnType<Date, Date, Date>;
type NullableAt = ColumnType<Date | null, Date | null | undefined, Date | null>;

export interface EventDeliveryTable {
  id: string;
  event: string;
  handler: string;
  payload: unknown;
  state: WorkState;
  tries: Generated<number>;
  next_try_at: At;
  lease_until: NullableAt;
  last_error: string | null;
  created_at: At;
  done_at: NullableAt;
}

export interface AuditEntryTable {
  seq: number;
  id: string;
  at: At;
  actor_kind: string;
  actor_id: string | null;
  action: string;
  subject_type: string;
  subject_id: string;
  detail: Record<string, string | number | boolean | null>;
  request_id: string;
  prev_hash: string;
  hash: string;
}

export interface AuditHeadTable {
  one: boolean;
  seq: number;
  hash: string;
}

export interface SettingTable {
  module: string;
  value: unknown;
  changed_at: At;
  changed_by: string | null;
  version: Generated<number>;
}

/** Append-only: one row a setting and change. */
export interface SettingChangeTable {
  id: string;
  module: string;
  name: string;
  /** Version of the module's settings this change made. */
  version: number;
  from_value: unknown;
  to_value: unknown;
  changed_at: At;
  changed_by: string | null;
  why: string | null;
}

export interface JobRunTable {
  id: string;
  job: string;
  /** Cron runs only: the minute it was due, unique per job. */
  due_at: NullableAt;
  /** Waiting with a lease: it runs. */
  state: WorkState;
  tries: Generated<number>;
  next_try_at: NullableAt;
  lease_until: NullableAt;
  /** How often its worker died. */
  doubts: Generated<number>;
  /** Not written any more; leaves with the next release. */
  input: Generated<unknown>;
  started_at: At;
  heartbeat_at: At;
  finished_at: NullableAt;
  last_error: string | null;
}

export interface MigrationHistoryTable {
  name: string;
  checksum: string;
  applied_at: At;
  duration_ms: number;
}

declare module './index.server.ts' {
  interface TenantTables {
    event_delivery: EventDeliveryTable;
    audit_entry: AuditEntryTable;
    audit_head: AuditHeadTable;
    setting: SettingTable;
    setting_change: SettingChangeTable;
    job_run: JobRunTable;
    migration_history: MigrationHistoryTable;
  }
}
