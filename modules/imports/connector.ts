// What a connector declares; the frame does the rest (open, detect, stream, stage, apply, report).
import type { Context, Write } from '@zhkh/kernel/module.server';
import type { KnownHashes } from './read/known/known-hashes.ts';

/** One record by column name; absent columns read as ''. */
export type SourceRecord = (column: string) => string;

export type StagedRow = Record<string, string | null>;

/** What goes to which staging table: a row, or several of one record. */
export type StagedRows = Readonly<Record<string, StagedRow | readonly StagedRow[] | undefined>>;

/** A record that was understood (an empty `stage` = nothing to take from it). Or why it was not. */
export type Mapped = { stage: StagedRows } | { failed: { field: string; reason: string } };

export interface ImportRun {
  id: string;
  /** The day the source speaks of (YYYY-MM-DD). */
  factDate: string;
  startedAt: Date;
  /** Records the region had when reading began: those the file has too were passed over. Null when everything was read. */
  known?: KnownHashes | null;
  /** Imports of the source that were done by then. */
  doneBefore?: number;
}

/** What a mapper may know of the run. */
export type MapperRun = Pick<ImportRun, 'id' | 'factDate' | 'startedAt'>;

interface CommonConnector {
  /** `ozhf`: as typed in the command line. */
  id: string;
  /** Staging tables and their columns besides import_id and line. */
  stage: Readonly<Record<string, readonly string[]>>;
  /** Staged rows become facts, set by set, in one transaction. Returns what changed. A dry run is the same, rolled back. */
  apply(ctx: Context, w: Write, run: ImportRun): Promise<Record<string, number>>;
  /** What the operator wants to know before applying and apply does not count: known and no longer seen. */
  diff?(ctx: Context, w: Write, run: ImportRun): Promise<Record<string, number>>;
  /** Staged tables whose rows keep the mark of the raw record they came from, and the facts they become: next time an unchanged record is
   * not even taken apart. `edition` goes up when the same record comes to mean something else. */
  remembers?: { edition: number; tables: Readonly<Record<string, string>> };
  /** File that exports `mapper` too: then threads read. It must need no database. */
  mapperModule?: string;
  /** True when an older file may come after a newer one: a delta, one company's report. Unless told, it is refused. */
  anyOrder?: boolean;
}

/** Rows of named columns. `csv`: text with a delimiter; `xlsx`: first sheet of a workbook; `table`: either, told by content. */
export interface TableConnector extends CommonConnector {
  kind: 'csv' | 'xlsx' | 'table';
  /** Columns without which the file is not what it claims to be. */
  required: readonly string[];
  /** 1-based row of the header in a workbook (it may carry titles above). */
  headerRow: number;
  /** Columns that neighbouring rows repeat (the house of a flat). */
  repeats?: readonly string[];
  /** A fresh mapper per run and reader: it may fold neighbouring rows. */
  mapper(run: MapperRun): RowMapper;
}

/** `same`: in the columns of `repeats` the row is as the one before, which was understood. */
export type RowMapper = (record: SourceRecord, line: number, raw: () => string, same: boolean) => Mapped;

/** An element without its namespace prefix. `text` is its own text, trimmed. */
export interface XmlNode {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly XmlNode[];
  text: string;
}

/** Where a record was met. */
export interface XmlPlace {
  /** `XmlFile.kind` of the file it is in. */
  kind: string;
  /** Path inside the archive, or the file's name. */
  entry: string;
  /** Line of the record; in a file of one line its ordinal number. */
  line: number;
  /** The document element, attributes only. */
  root: Pick<XmlNode, 'name' | 'attributes'>;
}

export interface XmlFile {
  kind: string;
  /** Tested against the path inside the archive (the file's name outside of one); the first that fits is taken. */
  entry: RegExp;
  /** Document elements this file may have; another one refuses the source. */
  roots: readonly string[];
  /** Direct children of the document element that are records; the others are skipped. */
  records: readonly string[];
  /** Elements inside a record that are passed over with all they hold: history, people's data. */
  skip?: ReadonlySet<string>;
}

export interface XmlConnector extends CommonConnector {
  kind: 'xml';
  /** Files of a source that are read; other entries of an archive are skipped. */
  files(region: { subjectCode: string }): readonly XmlFile[];
  /** A fresh mapper per run; it may look up first what the region knows. */
  mapper(run: MapperRun, ctx: Context): XmlMapper | Promise<XmlMapper>;
}

export type XmlMapper = (record: XmlNode, place: XmlPlace) => Mapped;

export type Connector = TableConnector | XmlConnector;

export interface ImportProgress {
  phase: 'staging' | 'checking' | 'applying';
  rows: number;
  failed: number;
  bytes: number;
  totalBytes: number;
  /** Over the whole staging so far. */
  rowsPerSecond: number;
  /** Null until it can be told. */
  secondsLeft: number | null;
}

export interface ImportReport {
  importId: string;
  /** `staged`: a dry run waits for «apply»; `counts` say what it would change. */
  state: 'done' | 'staged' | 'stopped' | 'failed';
  rowsRead: number;
  rowsStaged: number;
  rowsFailed: number;
  counts: Record<string, number>;
  error?: string;
}
