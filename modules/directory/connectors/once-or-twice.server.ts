// The same key twice in one source is rare; sorting every source for it would cost more than trying again.
import { isAppError } from '@zhkh/kernel/errors';
import type { Write } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';

export async function onceOrTwice<T>(w: Write, work: (twice: boolean) => Promise<T>): Promise<T> {
  await sql`savepoint once`.execute(w.db);
  try {
    return await work(false);
  } catch (error) {
    if (!isTwice(error)) throw error;
    await sql`rollback to savepoint once`.execute(w.db);
    return work(true);
  }
}

function isTwice(error: unknown): boolean {
  return isAppError(error) && error.code === 'platform.duplicate';
}
