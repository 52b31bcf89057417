// Tells the faults of the database apart for an answer: away or overloaded (503, try again), spoilt by the input (400), our own mistake (500).
import { faultOf } from '../db/pg-errors.server.ts';
import { type AppError, isAppError, unavailable } from '../errors/index.ts';

export function isOutage(error: unknown): boolean {
  if (isAppError(error)) return error.kind === 'unavailable';
  const fault = faultOf(error);
  return fault === 'away' || fault === 'busy';
}

/** `unavailable` for an outage; the error itself when it is an AppError; null for everything else. */
export function asRefusable(error: unknown): AppError | null {
  if (isAppError(error)) return error;
  return isOutage(error) ? unavailable('platform.not-available', { cause: error }) : null;
}

/** A value the database cannot hold slipped through the schema. */
export function isBadValue(error: unknown): boolean {
  return faultOf(error) === 'value';
}
