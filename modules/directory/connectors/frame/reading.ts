// What a reader of one kind gets: the source, the run it is read for, and what is told while reading.
import type { Context } from '@zhkh/platform/module.server';
import type { ImportRun } from './connector.ts';
import type { Source } from './source.ts';

export interface Reading {
  source: Source;
  run: ImportRun;
  ctx: Context;
  /** Told while reading. */
  encoding: string | null;
  delimiter: string | null;
}
