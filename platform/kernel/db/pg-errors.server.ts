// Turns what PostgreSQL refuses into our six kinds. What is not named here is a defect of ours and stays an error (500).
import { conflict, invalid, isAppError, unavailable } from '../errors/index.ts';

interface ServerError {
  code?: string;
  constraint_name?: string;
  routine?: string;
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

/** Timeouts, deadlocks and a server that is full or away: the same request may succeed a moment later. */
const RETRY = new Set([
  '57014',
  '55P03',
  '53300',
  '40001',
  '40P01',
  '25P03',
  '25P04',
  '57P01',
  '57P02',
  '57P03',
  '53200',
  '53100',
]);
const CONNECTION = /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN|08)/;

export function isConnectionError(error: unknown): boolean {
  const { code = '' } = (error ?? {}) as ServerError;
  return CONNECTION.test(code) || ['57P01', '57P02', '57P03', '25P03', '25P04', '53300'].includes(code);
}

export function toAppError(error: unknown): unknown {
  if (isAppError(error)) return error;
  const { code = '', constraint_name: constraint = '' } = (error ?? {}) as ServerError;
  const input = INPUT[code];
  if (input) return invalid(input, { cause: error });
  if (code === '23505') return conflict('platform.duplicate', { params: { constraint }, cause: error });
  if (CONNECTION.test(code)) return unavailable('platform.database-away', { cause: error });
  if (RETRY.has(code) || staleplan(error)) return unavailable('platform.busy', { cause: error });
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
