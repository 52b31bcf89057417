// Tables of the sealed log: entries, their content apart, what waits for the chain, the chain and its head.
import type { ColumnType } from 'kysely';

type At = ColumnType<Date, Date, Date>;

export interface SealedEntryTable {
  id: string;
  /** `audit`, `complaints.trail` */
  stream: string;
  subject_type: string;
  subject_id: string;
  at: At;
  /** SHA-256 of salt and content. */
  digest: string;
}

export interface SealedContentTable {
  entry_id: string;
  salt: string;
  content: unknown;
}

export interface SealedTailTable {
  entry_id: string;
}

export interface SealedLinkTable {
  seq: number;
  entry_id: string;
  prev_hash: string;
  hash: string;
}

export interface SealedHeadTable {
  one: boolean;
  seq: number;
  hash: string;
}

declare module './index.server.ts' {
  interface TenantTables {
    sealed_entry: SealedEntryTable;
    sealed_content: SealedContentTable;
    sealed_tail: SealedTailTable;
    sealed_link: SealedLinkTable;
    sealed_head: SealedHeadTable;
  }
}
