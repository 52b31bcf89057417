// Thirty days after consent was withdrawn the person's data goes (152-ФЗ art.
// 21): the account stays as an empty mark behind old records.
import type { Context, Write } from '../module/context.server.ts';
import { type PersonalRecords, personalRecords } from './personal-records.server.ts';

/** Erases what is due; returns how many accounts. Each in a transaction of its own, with an entry in the audit trail as the act of destruction. */
export async function eraseWithdrawn(ctx: Pick<Context, 'db' | 'write' | 'clock' | 'plugs'>): Promise<number> {
  const due = await ctx.db
    .selectFrom('account')
    .select('id')
    .where('erase_after', '<=', ctx.clock.now())
    .where('state', '!=', 'erased')
    .limit(500)
    .execute();
  const records = ctx.plugs(personalRecords);
  for (const { id } of due) await ctx.write((w) => eraseAccount(w, id, records));
  return due.length;
}

async function eraseAccount(w: Write, id: string, records: readonly PersonalRecords[]): Promise<void> {
  const account = await w.db.selectFrom('account').select('phone').where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  await w.db
    .updateTable('account')
    .set({ state: 'erased', phone: null, email: null, name: '', locale: null, erase_after: null })
    .where('id', '=', id)
    .execute();
  for (const table of ['session', 'passkey', 'password_credential', 'totp', 'recovery_code', 'password_reset'] as const) {
    await w.db.deleteFrom(table).where('account_id', '=', id).execute();
  }
  if (account.phone) await w.db.deleteFrom('phone_challenge').where('phone', '=', account.phone).execute();
  for (const module of records) await module.forget(w, id);
  await w.audit('auth.account-erased', { type: 'account', id });
}
