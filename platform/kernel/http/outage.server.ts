// Tells the faults of the database apart: away or overloaded (503, try again), spoilt by the input (400), our own mistake (500).
import { type AppError, isAppError, unavailable } from '../errors/index.ts';

/** Answers of a server that is going, coming, full or busy, and of a driver that cannot reach one. */
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENOSPC',
  'EMFILE',
  'ENFILE',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  '57P01',
  '57P02',
  '57P03',
  '57014',
  '53000',
  '53100',
  '53200',
  '53300',
  '53400',
  '55P03',
  '40001',
  '40P01',
  '25P03',
  '25006',
  '58030',
]);

export function isOutage(error: unknown): boolean {
  if (isAppError(error)) return error.kind === 'unavailable';
  const code = codeOf(error);
  return (code !== null && (AWAY.has(code) || /^08...$/.test(code))) || isFatal(error);
}

/** PostgreSQL ended the connection or would not begin one. */
const isFatal = (error: unknown) => error instanceof Error && (error as { severity?: unknown }).severity === 'FATAL';

/** `unavailable` for an outage; the error itself when it is an AppError; null for everything else. */
export function asRefusable(error: unknown): AppError | null {
  if (isAppError(error)) return error;
  return isOutage(error) ? unavailable('platform.not-available', { cause: error }) : null;
}

/** SQLSTATE class 22: a value PostgreSQL cannot hold (NUL, overflow, bad date) slipped through the schema. */
export function isBadValue(error: unknown): boolean {
  const code = codeOf(error);
  return code !== null && /^22...$/.test(code);
}

function codeOf(error: unknown): string | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth += 1) {
    const code = (at as { code?: unknown }).code;
    if (typeof code === 'string') return code;
  }
  return null;
}
