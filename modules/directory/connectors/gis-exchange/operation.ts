// What one operation of the ГИС ЖКХ exchange declares: whom it asks about what, and which rows of the file connectors an answer holds.
import type { Context } from '@zhkh/kernel/module.server';
import type { TableConnector, XmlNode } from '@zhkh/imports';
import type { XmlObject } from './envelope.ts';
import type { Service } from './namespaces.ts';

export interface Period {
  from: string;
  to: string;
}

/** One request of a round. */
export interface Portion {
  content: XmlObject;
  /** What the answer does not repeat: whose contracts these are. */
  about: Readonly<Record<string, string>>;
}

/** Cells by the column names of the file templates; absent ones read as ''. */
export type Cells = Readonly<Record<string, string>>;

export interface Row {
  to: TableConnector;
  cells: Cells;
}

/** What ГИС ЖКХ names by GUID and told before: entries of dictionaries, organisations, legal acts. */
export interface Known {
  name(ref: XmlNode | undefined): string;
  ogrnOf(rootGuid: string): string;
  document(guid: string): { number: string; date: string; title: string; body: string } | null;
}

export interface Operation {
  id: string;
  /** Of the WSDL: `exportActualLicenseState`; what a fact's source is called by. */
  action: string;
  service: Service;
  /** Element of the request: `exportActualLicenseStateRequest`. */
  element: string;
  version: string;
  /** Elements of the answer that are records. */
  records: readonly string[];
  /** Elements passed over with all they hold. */
  skip: readonly string[];
  /** Numbers of the dictionaries whose entries the answer may name by GUID only. */
  dictionaries?: readonly number[];
  /** What is needed of ГИС ЖКХ before asking or before mapping. */
  needs?: 'organisations' | 'documents';
  plan(ctx: Context, period: Period): Promise<Portion[]>;
  /** Connectors whose targets and rules the rows go through. */
  tables: readonly TableConnector[];
  rows(record: XmlNode, about: Cells, known: Known): readonly Row[];
}

/** Beyond what any operation wants: people, files, signatures. */
export const SKIPPED: readonly string[] = [
  'Signature',
  'Attachment',
  'Attachments',
  'SignedAttachment',
  'SignedAttachments',
  'Surname',
  'FirstName',
  'Patronymic',
  'LastName',
  'MiddleName',
];
