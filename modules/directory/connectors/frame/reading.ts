// What a reader of one kind gets: the source, the run it is read for, and what is told while reading.
import type { Context } from '@zhkh/kernel/module.server';
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

/** Rows go in one by one, waiting is once in a while. */
export interface Sink {
  take(line: number, entry: string | null, mapped: Mapped, raw: () => string): void;
  /** Lets what was taken flow on; throws when the import was cancelled. */
  settle(): Promise<void>;
}
