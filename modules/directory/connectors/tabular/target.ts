// What a connector over a table file declares: which rows it makes of a record and by what they find their house and company.
import type { Write } from '@zhkh/kernel/module.server';
import type { Cast, Column, SourceRecord } from '@zhkh/imports';

export type TargetTable =
  | 'capital_repair_house'
  | 'capital_repair_element'
  | 'capital_repair_work'
  | 'tariff'
  | 'licence'
  | 'licence_house'
  | 'management_report'
  | 'examination'
  | 'precept'
  | 'offence'
  | 'voting_protocol'
  | 'voting_decision'
  | 'house_fact'
  | 'company_fact';

export interface Target {
  table: TargetTable;
  /** Tells targets of one table apart while they are staged. */
  tag?: string;
  columns: readonly Column[];
  /** Columns no single cell gives: what `more` fills and how the database takes it. */
  moreCasts?: Readonly<Record<string, Cast>>;
  more?(record: SourceRecord): Readonly<Record<string, string | null>>;
  /** Rows carry house_id; a row whose house is not known is refused. */
  house: boolean;
  company: boolean;
  /** The key is told from others' by the company, as it is by the house. */
  keyOfCompany?: boolean;
  /** What makes a row the same row in the next file, besides its house. */
  key(record: SourceRecord): string;
  /** False = this record has no such row. */
  when?(record: SourceRecord): boolean;
  /** Cell with the day the row was last changed: of two rows with one key the newest wins. */
  newest?: Column;
  /** The file holds everything: rows of earlier files it does not name are ended. */
  snapshot?: boolean;
}

/** By which cells a record finds its house and its company; the first that answers wins. */
export interface Joins {
  houseGuid?: Column;
  mkdCode?: Column;
  address?: Column;
  ogrn?: Column;
  inn?: Column;
}

/** A value of the whole file that only the staged rows can tell. */
export type FileFacts = (w: Write, importId: string) => Promise<{ factor: number; set: Readonly<Record<string, string>> }>;

export const tagOf = (target: Target): string => target.tag ?? target.table;
