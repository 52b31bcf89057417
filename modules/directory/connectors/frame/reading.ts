// What a reader of one kind gets, and where it puts what it has read: rows go in one by one, waiting is once per piece.
import type { Context } from '@zhkh/platform/module.server';
import type { ImportRun, Mapped } from './connector.ts';
import type { Source } from './source.ts';

export interface Reading {
  source: Source;
  run: ImportRun;
  ctx: Context;
  /** Told while reading. */
  encoding: string | null;
  delimiter: string | null;
}

export interface Sink {
  take(line: number, entry: string | null, mapped: Mapped, raw: string | (() => string)): void;
  /** A row that could not even be taken apart. */
  broken(line: number, entry: string | null, reason: string, raw: string): void;
  /** Lets what was taken flow on; throws when the import was cancelled. */
  settle(): Promise<void>;
}
