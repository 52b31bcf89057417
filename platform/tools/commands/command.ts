// What every command of platform/tools/inside.mjs is given, and how it tells a mistake of the user from a fault of ours.
export interface CommandInput {
  /** Root of the project. */
  root: string;
  name: string;
  args: string[];
  env: Record<string, string | undefined>;
  /** Ctrl-C, or the end of whoever started us. */
  signal: AbortSignal;
}

/** Exit code. */
export type Command = (input: CommandInput) => Promise<number>;

/** Shown without a stack. */
export class UsageError extends Error {
  readonly expected = true;
}
