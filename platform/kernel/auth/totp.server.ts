// One-time codes of an authenticator app (TOTP): the secret is sealed, a code works once, wrong ones count.
import { generateSecret, generateSync, generateURI, verifySync } from 'otplib';
import { invalid } from '../errors/index.ts';
import { giveBack, spend } from './budget.server.ts';
import { factorLimits } from './limits.server.ts';
import { plainDigits } from './phone-number.server.ts';
import { makeRecoveryCodes } from './recovery-codes.server.ts';
import { seal, unseal } from './seal.server.ts';
import type { CredentialStore } from './stores.server.ts';

export async function hasTotp(store: Pick<CredentialStore, 'db'>, accountId: string): Promise<boolean> {
  const row = await store.db.selectFrom('totp').select('confirmed_at').where('account_id', '=', accountId).executeTakeFirst();
  return row?.confirmed_at != null;
}

/** The secret to enter into the app. Stays the same until confirmed, so a reload does not spoil a scanned picture. */
export async function prepareTotp(store: CredentialStore, accountId: string, label: { issuer: string; login: string }) {
  const row = await store.write(async (db) => {
    const fresh = seal(store.secrets.fields, accountId, generateSecret());
    await db
      .insertInto('totp')
      .values({ account_id: accountId, secret_sealed: fresh, confirmed_at: null, created_at: store.now() })
      .onConflict((conflict) => conflict.column('account_id').doNothing())
      .execute();
    return db
      .selectFrom('totp')
      .select(['secret_sealed', 'confirmed_at'])
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow();
  });
  if (row.confirmed_at) throw invalid('auth.totp-already');
  const secret = unseal(store.secrets.fields, accountId, row.secret_sealed);
  return { secret, uri: generateURI({ issuer: label.issuer, label: label.login, secret }) };
}

/** First right code switches the second factor on; the recovery codes are shown this once. */
export async function confirmTotp(store: CredentialStore, accountId: string, code: string): Promise<string[]> {
  await checkTotp(store, accountId, code, { confirmed: false });
  return store.write(async (db) => {
    const row = await db
      .updateTable('totp')
      .set({ confirmed_at: store.now() })
      .where('account_id', '=', accountId)
      .where('confirmed_at', 'is', null)
      .returning('account_id')
      .executeTakeFirst();
    if (!row) throw invalid('auth.totp-already');
    return makeRecoveryCodes(db, store, accountId);
  });
}

export async function verifyTotp(store: CredentialStore, accountId: string, code: string): Promise<void> {
  await checkTotp(store, accountId, code, { confirmed: true });
}

async function checkTotp(store: CredentialStore, accountId: string, typed: string, want: { confirmed: boolean }): Promise<void> {
  const now = store.now();
  const limits = factorLimits(accountId);
  if (await store.write((db) => spend(db, now, limits))) throw invalid('auth.too-many-tries');
  const row = await store.db.selectFrom('totp').selectAll().where('account_id', '=', accountId).executeTakeFirst();
  const code = plainDigits(typed).replace(/\s/g, '');
  const known = row !== undefined && (row.confirmed_at !== null) === want.confirmed && /^\d{6}$/.test(code);
  const step = known ? stepOf(unseal(store.secrets.fields, accountId, row.secret_sealed), code, now, row.last_step) : null;
  if (step === null || !(await useStep(store, accountId, step))) {
    throw invalid('auth.factor-wrong', { fields: { code: { key: 'auth:errors.factor-wrong' } } });
  }
  await store.write((db) => giveBack(db, limits));
}

/** The time step the code belongs to, newer than the last one used; null when it fits none. */
function stepOf(secret: string, token: string, now: Date, lastStep: number): number | null {
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token, epoch, epochTolerance: 30, ...(lastStep > 0 && { afterTimeStep: lastStep }) });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}

/** Of two requests with one code, one wins. */
async function useStep(store: CredentialStore, accountId: string, step: number): Promise<boolean> {
  const row = await store.db
    .updateTable('totp')
    .set({ last_step: step })
    .where('account_id', '=', accountId)
    .where('last_step', '<', step)
    .returning('account_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The code an app would show now: demo accounts and tests only. */
export function currentTotp(secret: string, now: Date): string {
  return generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) });
}
