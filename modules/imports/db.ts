// Types of this module's tables; older migrations of them stand in the directory's folder.
import type { Generated } from 'kysely';
import type { ProfileFact, ProfileSample } from './domain/profile.ts';

export interface ImportRunTable {
  id: string;
  connector: string;
  file_name: string;
  file_sha256: string | null;
  file_bytes: number | null;
  encoding: string | null;
  delimiter: string | null;
  fact_date: string | null;
  state: 'queued' | 'running' | 'staged' | 'done' | 'failed' | 'stopped' | 'expired';
  started_at: Date;
  finished_at: Date | null;
  started_by: string | null;
  rows_read: Generated<number>;
  rows_staged: Generated<number>;
  rows_failed: Generated<number>;
  counts: Generated<Record<string, number>>;
  error: string | null;
  bytes_read: Generated<number>;
  expires_at: Date | null;
  mode: Generated<'check' | 'load' | 'apply'>;
  file_id: Generated<string | null>;
  phase: Generated<'reading' | 'checking' | 'applying' | null>;
  cancel_at: Generated<Date | null>;
  schedule_id: Generated<string | null>;
  rows_swept_at: Generated<Date | null>;
}

export interface ImportFailedRowTable {
  id: string;
  import_id: string;
  line: number;
  field: string;
  reason: string;
  raw: string;
  entry: string | null;
}

export interface ImportProfileTable {
  id: string;
  code: string;
  title: string;
  origin: string;
  target: string;
  key_kind: string;
  key_column: string;
  facts: ProfileFact[];
  sample: ProfileSample;
  created_at: Date;
  updated_at: Date;
}

export interface SourceScheduleTable {
  id: string;
  connector: string;
  kind: 'inbox' | 'url' | 'passport';
  address: string | null;
  cron: string;
  mode: 'check' | 'load';
  enabled: boolean;
  next_at: Date;
  last_at: Date | null;
  last_state: 'queued' | 'unchanged' | 'nothing' | 'failed' | null;
  last_error: string | null;
  last_import_id: string | null;
  etag: string | null;
  last_modified: string | null;
  last_sha256: string | null;
  created_at: Date;
  updated_at: Date;
}

declare module '@zhkh/kernel/tables.server' {
  interface TenantTables {
    import_run: ImportRunTable;
    import_failed_row: ImportFailedRowTable;
    import_profile: ImportProfileTable;
    source_schedule: SourceScheduleTable;
  }
}
