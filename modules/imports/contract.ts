// Shows neighbours how a source plugs in, what its connector may use and which file a fact came from.
import { defineExtensionPoint, defineService, defineView } from '@zhkh/kernel/module';
import type { Context, Write } from '@zhkh/kernel/module.server';
import type { RawBuilder } from 'kysely';
import type { Column } from './cells/column.ts';
import type { Connector, ImportReport, TableConnector } from './connector.ts';
import type { Profile, ProfileFact } from './domain/profile.ts';
import type { SmallTable } from './read/text/read-small-table.ts';
import type { RunImport } from './run/run-import.server.ts';

export { type Cast, castOf, type CellType, type Column } from './cells/column.ts';
export { CellRefused, cellText, readCell } from './cells/read-cell.ts';
export { area, email, empty, isoDate, phone } from './cells/values.ts';
export type {
  Connector,
  ImportProgress,
  ImportReport,
  ImportRun,
  Mapped,
  RowMapper,
  SourceRecord,
  StagedRow,
  StagedRows,
  TableConnector,
  XmlConnector,
  XmlFile,
  XmlMapper,
  XmlNode,
  XmlPlace,
} from './connector.ts';
export { type Profile, profileConnectorId, type ProfileFact } from './domain/profile.ts';
export { refuseTwice } from './read/known/read-again.ts';
export { XML_LIMITS } from './read/source/limits.ts';
export { SourceError } from './read/source/source-error.ts';
export type { SmallTable } from './read/text/read-small-table.ts';
export { rawOf } from './read/xml/xml-raw.ts';

/** A table template an operator may download. */
export interface Template {
  columns: readonly Column[];
  /** Beginning of the i18n keys that say what a column holds: `outages:columns`. */
  help: string;
}

/** A source of a module: it is loaded, checked, scheduled and reported like any other. */
export interface ImportSource {
  connector: Connector;
  /** i18n key of its name: `outages:source`. */
  title: string;
  template?: Template;
  /** Its module brings the records itself: no file of it is uploaded, scheduled or put into the inbox. */
  ownTransport?: boolean;
  /** Days after which it is called stale, where it comes more rarely than others. */
  staleDays?: number;
  /** Called after its facts are in, to wake whoever looks at them next. */
  onLoaded?(ctx: Context): void;
}

export const importSource = defineExtensionPoint<ImportSource>('imports.source');

/** What facts of a saved mapping profile may be about: houses, companies. */
export interface ProfileTarget {
  /** `house` */
  id: string;
  /** i18n key of its name. */
  title: string;
  /** Ways to find what a row is about, with i18n keys of their names; the first is offered for a new profile. */
  keys: readonly { id: string; title: string }[];
  connector(profile: Profile): TableConnector;
  onLoaded?(ctx: Context): void;
}

export const profileTarget = defineExtensionPoint<ProfileTarget>('imports.profile-target');

/** A page among those of imports, `/regions/<slug>/imports/<path>`. */
export interface ImportsPage {
  path: string;
  /** i18n key of its tab. */
  title: string;
  order: number;
}

export const importsPage = defineExtensionPoint<ImportsPage>('imports.page');

/** The pages imports has itself. */
export const ownPages: readonly ImportsPage[] = [
  { path: '', title: 'imports:runs.tab', order: 10 },
  { path: 'schedule', title: 'imports:schedule.title', order: 20 },
  { path: 'templates', title: 'imports:templates.title', order: 50 },
  { path: 'profiles', title: 'imports:profiles.title', order: 60 },
];

/** A row that was staged and could not be used. */
export interface RefusedRow {
  line: number;
  field: string;
  /** End of an i18n key: `imports:runs.rowReasons.<reason>`. */
  reason: string;
  raw: string;
}

export interface NewProfile extends Pick<Profile, 'title' | 'origin' | 'target' | 'keyKind' | 'keyColumn'> {
  /** A file with the columns the profile is about. */
  filePath: string;
  /** What each mapped column becomes. */
  facts: readonly Omit<ProfileFact, 'name'>[];
}

export interface Imports {
  /** From a file to facts. Never throws for a bad file: the report says `failed` or `stopped` and why. */
  run(input: RunImport): Promise<ImportReport>;
  /** The last run of each of these sources, whatever became of it. */
  lastRuns(connectors: readonly string[]): Promise<readonly { connector: string; id: string; state: string }[]>;
  /** Keeps staged rows that could not be used with their run: as values, or as the statement (`… returning`) that gives `id`, `line`, `field`,
   * `reason` and `raw`. Returns how many they are. */
  refuseRows(w: Write, importId: string, rows: readonly RefusedRow[] | RawBuilder<unknown>): Promise<number>;
  /** An uploaded CSV of a cabinet; throws `invalid` for what is no table with these columns. */
  readTable(bytes: Uint8Array, required: readonly string[]): SmallTable;
  /** Saves a mapping profile; returns the id of its connector. Null when one of this title is there. */
  saveProfile(input: NewProfile): Promise<string | null>;
  /** Runs the work while nobody else in the region does the work of this name; throws `conflict` when somebody does. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T>;
}

export const imports = defineService<Imports>('imports');

/** Where facts came from: an import, its source and file. */
export interface ImportSourceRow {
  id: string;
  connector: string;
  file: string;
  /** The day the source speaks of (YYYY-MM-DD). */
  day: string | null;
  /** When its facts went in; null where they did not, or not yet. */
  loaded_at: Date | null;
}

export const importSourceView = defineView<ImportSourceRow>('import_source');

declare module '@zhkh/kernel/tables.server' {
  interface TenantTables {
    import_source: ImportSourceRow;
  }
}
