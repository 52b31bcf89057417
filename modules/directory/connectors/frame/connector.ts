// What a connector declares; the frame does the rest (open, detect, stream, stage, apply, report).
import type { Context, Write } from '@zhkh/platform/module.server';

/** One record by column name; absent columns read as ''. */
export type SourceRecord = (column: string) => string;

export type StagedRow = Record<string, string | null>;

/** A row that was understood: what goes to which staging table. Or why it was not. */
export type Mapped = { stage: Readonly<Record<string, StagedRow>> } | { failed: { field: string; reason: string } };

export interface ImportRun {
  id: string;
  /** The day the source speaks of (YYYY-MM-DD). */
  factDate: string;
  startedAt: Date;
}

export interface Connector {
  /** `ozhf`: as typed in the command line. */
  id: string;
  /** Text with a delimiter, or the first sheet of a workbook. */
  kind: 'csv' | 'xlsx';
  /** Columns without which the file is not what it claims to be. */
  required: readonly string[];
  /** 1-based row of the header (workbooks carry titles above it). */
  headerRow: number;
  /** Staging tables and their columns besides import_id and line. */
  stage: Readonly<Record<string, readonly string[]>>;
  /** A fresh mapper per run: it may fold neighbouring rows. */
  mapper(run: ImportRun): (record: SourceRecord, line: number, raw: string) => Mapped;
  /** Staged rows become facts, set by set, in one transaction. Returns what changed. */
  apply(ctx: Context, w: Write, run: ImportRun): Promise<Record<string, number>>;
}

export interface ImportProgress {
  rows: number;
  failed: number;
  bytes: number;
  totalBytes: number;
}

export interface ImportReport {
  importId: string;
  state: 'done' | 'stopped' | 'failed';
  rowsRead: number;
  rowsStaged: number;
  rowsFailed: number;
  counts: Record<string, number>;
  error?: string;
}
