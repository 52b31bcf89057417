// Types of what readers get instead of a request context, and of what they tell while reading.
import type { ImportRun, Mapped, RowMapper, XmlMapper } from '../connector.ts';
import type { Limits } from './source/limits.ts';
import type { Source } from './source/source.ts';

/** What a source is read with. */
export interface ReadingInput {
  run: ImportRun;
  limits: Limits;
  /** Code of the region by ФНС: some sources hold a folder for each. */
  subjectCode: string;
  /** A mapper for the process itself; whoever gives it has looked up what it needs to know. */
  mapper(): RowMapper | XmlMapper | Promise<RowMapper | XmlMapper>;
}

export interface Reading extends ReadingInput {
  source: Source;
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
