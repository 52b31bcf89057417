// Table of stored files, as every region has it.
import type { ColumnType } from 'kysely';

type At = ColumnType<Date, Date, Date>;
type AtOrNull = ColumnType<Date | null, Date | null | undefined, Date | null>;

export interface FileTable {
  id: string;
  key: string;
  content_type: string;
  bytes: number;
  sha256: string;
  width: number | null;
  height: number | null;
  purpose: string;
  created_by: string | null;
  created_at: At;
  attached_type: string | null;
  attached_id: string | null;
  attached_at: AtOrNull;
}

declare module './index.server.ts' {
  interface TenantTables {
    file: FileTable;
  }
}
