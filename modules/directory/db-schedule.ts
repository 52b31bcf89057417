// Types of the table of schedules (migrations/tenant/directory).
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
    source_schedule: SourceScheduleTable;
  }
}
