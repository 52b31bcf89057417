// Types of a piece: a part of a source that is read apart from the others, and what comes out of it.
import type { XmlFile } from '../../connector.ts';
import type { CopyPiece, CopyPlan } from './copy-text.ts';
import type { Encoding } from '../source/decode-text.ts';
import type { FailedRow } from './failed-row.ts';
import type { SharedHashes } from '../known/known-hashes.ts';
import type { Delimiter } from '../text/split-record.ts';

/** What every piece of a run has in common; goes to a thread once. */
export interface PieceWork {
  run: { id: string; factDate: string; startedAt: Date };
  kind: 'text' | 'xml';
  /** Which reading the marks are of: another connector or another edition of it has others. */
  markSeed: string;
  copy: CopyPlan;
  known: SharedHashes | null;
  /** Columns neighbouring rows repeat. */
  repeats: readonly string[];
  /** File whose export `mapper` makes the mapper; null where the mapper is handed over. */
  mapperModule: string | null;
}

export interface TextEntry {
  name: string | null;
  encoding: Exclude<Encoding, 'utf-16le' | 'utf-16be'>;
  delimiter: Delimiter;
  columns: readonly string[];
}

export interface XmlEntry {
  name: string;
  encoding: TextEntry['encoding'];
  file: XmlFile;
  /** What stands before the first record; null when it comes with the piece. */
  prologue: string | null;
}

export interface Piece {
  entry: TextEntry | XmlEntry;
  /** Which entry of the source, by number: its reader is kept until the next. */
  entryNo: number;
  bytes: Uint8Array<ArrayBuffer>;
  /** Number of the line it begins with, from 1. */
  line: number;
  /** Records of the entry before it (XML). */
  records: number;
  /** A piece that both opens and closes stands for itself; the others are read by one reader in their order. */
  opens: boolean;
  closes: boolean;
  /** Nothing but records without children (XML): the fast way may be tried, and the end of the document is not in it. */
  flat: boolean;
}

export interface PieceRead {
  read: number;
  /** Understood: staged, or known as it is. */
  staged: number;
  failed: FailedRow[];
  copies: CopyPiece[];
}
