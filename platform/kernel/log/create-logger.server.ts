// JSON lines on stdout. Personal data never gets out: private fields are masked, sentences are scrubbed of phones and addresses.
import { type DestinationStream, type Logger, type LoggerOptions as PinoOptions, pino } from 'pino';
import { scrub, scrubText } from './scrub.ts';

export type { Logger };

export interface LoggerOptions {
  level: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** What runs: `portal`, `worker` … */
  name: string;
  /** Where lines go; stdout by default. Tests read them. */
  to?: DestinationStream;
}

/** Bind the region and the request with `log.child({ tenant, requestId })`. */
export function createLogger({ level, name, to }: LoggerOptions): Logger {
  const options: PinoOptions = {
    level,
    base: { app: name },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }), log: (fields) => scrub(fields) as Record<string, unknown> },
    serializers: { err: describeError, error: describeError },
    // The last net: bindings of child loggers and messages pass here too.
    hooks: { streamWrite: scrubText },
  };
  return to ? pino(options, to) : pino(options);
}

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return scrub(error);
  const { code } = error as Error & { code?: unknown };
  return {
    type: error.name,
    message: scrubText(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    stack: scrubText(error.stack ?? ''),
    ...(error.cause ? { cause: describeError(error.cause) } : {}),
  };
}
