// Declares a module's command of the command line: its name, its line of help, the code to load when it is called.
import type { Config } from '../config/config.ts';
import type { JobContext } from './context.server.ts';

export interface CommandDefinition {
  /** The word it is called by: `import`; no two commands of the product share one. */
  name: string;
  /** Its arguments as the help shows them: `SLUG OPERATION [--dry-run]`. */
  usage: string;
  /** What it does, in one line. */
  help: string;
  run(): Promise<{ default: CommandRun }>;
}

/** Resolves with the exit code; an error is shown by its message alone. */
export type CommandRun = (command: CommandContext) => Promise<number>;

export interface CommandContext {
  config: Config;
  args: string[];
  /** Aborted by Ctrl-C for a command that reads it; the second Ctrl-C ends the process, as the first does for all others. */
  readonly signal: AbortSignal;
  /** A line of the answer (standard output). */
  print(line: string): void;
  /** A line about the work that must stay out of the answer (standard error). */
  note(line: string): void;
  /** The file a person means, seen from the folder the person stands in. */
  pathOf(typed: string): string;
  /** The context of the region itself; throws for a name nobody has. */
  region(slug: string | undefined, options?: RegionOptions): Promise<JobContext>;
  /** Runs `work` on an embedded database that holds nothing of the installation's; it stays in the data folder by its name. */
  ownDatabase<T>(name: string, work: (command: CommandContext) => Promise<T>): Promise<T>;
}

export interface RegionOptions {
  /** Migrates first; in local mode the demo regions are made where there are none. */
  upToDate?: boolean;
}
