// Types of the tables of the ГИС ЖКХ exchange (migrations/tenant/directory/*_gis_exchange).
import type { Generated } from 'kysely';

export interface ExchangeRequestTable {
  id: string;
  operation: string;
  round: string;
  position: number;
  content: string;
  about: Record<string, string>;
  state: 'planned' | 'asked' | 'done' | 'empty' | 'failed';
  ack_guid: string | null;
  tries: Generated<number>;
  error: string | null;
  asked_at: Date | null;
  answered_at: Date | null;
  import_id: string | null;
  first_line: number | null;
  last_line: number | null;
  created_at: Date;
}

export interface ExchangeOrderTable {
  operation: string;
  ordered_at: Date;
  ordered_by: string | null;
}

export interface GisOrganisationTable {
  root_guid: string;
  ogrn: string;
  seen_at: Date;
}

export interface GisDocumentTable {
  guid: string;
  number: string | null;
  approved_on: string;
  title: string;
  level: 'federal' | 'region' | 'municipal';
  seen_at: Date;
}

export interface GisDictionaryTable {
  registry_number: number;
  guid: string;
  code: string;
  name: string;
  seen_at: Date;
}

declare module '@zhkh/kernel/tables.server' {
  interface TenantTables {
    exchange_request: ExchangeRequestTable;
    exchange_order: ExchangeOrderTable;
    gis_organisation: GisOrganisationTable;
    gis_document: GisDocumentTable;
    gis_dictionary: GisDictionaryTable;
  }
}
