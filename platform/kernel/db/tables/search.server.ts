// Table of searchable documents, as every region has it.
import type { ColumnType } from 'kysely';

export interface SearchDocumentTable {
  index_name: string;
  id: string;
  title: string;
  body: string;
  updated_at: ColumnType<Date, Date, Date>;
}

declare module './index.server.ts' {
  interface TenantTables {
    search_document: SearchDocumentTable;
  }
}
