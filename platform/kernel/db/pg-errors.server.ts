// Turns what PostgreSQL refuses into our six kinds. What is not named here is a defect of ours and stays an error (500).
import { conflict, invalid, isAppError, unavailable } from '../errors/index.ts';

interface ServerError {
  code?: string;
  constraint_name?: string;
  routine?: string;
  severity?: string;
}

const INPUT: Record<string, string> = {
  '22021': 'platform.bad-characters',
  '22P02': 'platform.bad-value',
  '22P05': 'platform.bad-characters',
  '22003': 'platform.number-out-of-range',
  '22007': 'platform.bad-date',
  '22008': 'platform.bad-date',
  '22009': 'platform.bad-date',
};

/** The server ends the connection with it, or had none to give. */
const ENDED = new Set(['57P01', '57P02', '57P03', '25P03', '25P04', '53300']);

/** Timeouts, deadlocks and a server (or this process) that is full or on its way down: the same request may succeed a moment later. */
const BUSY = new Set([
  ...ENDED,
  '57014',
  '55P03',
  '40001',
  '40P01',
  '53000',
  '53100',
  '53200',
  '53400',
  '25006',
  '58030',
  'ENOSPC',
  'EMFILE',
  'ENFILE',
]);
const CONNECTION = /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN|08)/;

/** `away`: it cannot be reached. `busy`: it cannot do it now. `value`: SQLSTATE class 22, a value it cannot hold (NUL, overflow, bad date). */
export type DatabaseFault = 'away' | 'busy' | 'value';

/** What a fault of the database or its driver means, wherever in the chain of causes it stands; null for everything else. */
export function faultOf(error: unknown): DatabaseFault | null {
  const { code = '', severity } = faultIn(error);
  if (BUSY.has(code)) return 'busy';
  if (CONNECTION.test(code) || severity === 'FATAL') return 'away';
  return /^22...$/.test(code) ? 'value' : null;
}

/** The first cause that has a code. */
function faultIn(error: unknown): ServerError {
  for (let at = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth += 1)
    if (typeof (at as ServerError).code === 'string') return at as ServerError;
  return {};
}

/** The connection is of no more use. */
export function isConnectionError(error: unknown): boolean {
  return faultOf(error) === 'away' || ENDED.has(faultIn(error).code ?? '');
}

export function toAppError(error: unknown): unknown {
  if (isAppError(error)) return error;
  const { code = '', constraint_name: constraint = '' } = (error ?? {}) as ServerError;
  const input = INPUT[code];
  if (input) return invalid(input, { cause: error });
  if (code === '23505') return conflict('platform.duplicate', { params: { constraint }, cause: error });
  const fault = faultOf(error);
  if (fault === 'away') return unavailable('platform.database-away', { cause: error });
  if (fault === 'busy' || staleplan(error)) return unavailable('platform.busy', { cause: error });
  return error;
}

/** A prepared statement met a table changed under it by a migration, inside a transaction where the driver cannot retry. */
function staleplan(error: unknown): boolean {
  return (error as ServerError | null)?.routine === 'RevalidateCachedQuery';
}

/** The constraint a write stumbled over, or null: `violated(error) === 'complaint_idempotency_key_key'`. */
export function violated(error: unknown): string | null {
  if (!isAppError(error) || error.code !== 'platform.duplicate') return null;
  return String(error.params['constraint'] ?? '');
}
