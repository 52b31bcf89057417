// Passwords of staff: length over riddles, slow hash, every wrong try counted.
import { invalid } from '../errors/index.ts';
import type { Client } from './auth-runtime.server.ts';
import { giveBack, spend } from './budget.server.ts';
import { normaliseEmail } from './email.server.ts';
import { passwordLimits } from './limits.server.ts';
import { matchesSlowHash, matchNobody, passwordCost, slowHash } from './scrypt.server.ts';
import type { CredentialStore } from './stores.server.ts';
import type { CredentialDb } from '../db/tables/auth.server.ts';

export const shortestPassword = 12;
export const longestPassword = 128;
const worn = /^(.)\1+$|^(?:0?1234567890?)+$|qwerty|йцукен|password|пароль|123456789/i;

/** Why a password can not be taken, as an i18n key; null = fine. */
export function passwordProblem(password: string, email: string): string | null {
  const length = [...password].length;
  if (length < shortestPassword) return 'auth:errors.password-short';
  if (length > longestPassword) return 'auth:errors.password-long';
  const name = email.split('@')[0] ?? '';
  if (worn.test(password) || (name.length > 3 && password.toLowerCase().includes(name))) return 'auth:errors.password-known';
  return null;
}

export async function hashPassword(password: string) {
  return slowHash(password, passwordCost);
}

export async function storePassword(
  db: CredentialDb,
  accountId: string,
  now: Date,
  hashed: Awaited<ReturnType<typeof hashPassword>>,
): Promise<void> {
  await db
    .insertInto('password_credential')
    .values({ account_id: accountId, ...hashed, changed_at: now })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ ...hashed, changed_at: now }))
    .execute();
}

/**
 * The account that answers to e-mail and password. One refusal for a wrong password, an unknown address and a blocked account,
 * after the same work. The second factor still stands between this and a session.
 */
export async function checkPassword(
  store: CredentialStore,
  input: {
    email: string;
    password: string;
    client: Client;
    findAccount(email: string): Promise<{ id: string } | null>;
  },
): Promise<string> {
  const email = normaliseEmail(input.email);
  const limits = passwordLimits(input.client.address, email ?? 'malformed');
  const refused = await store.write((db) => spend(db, store.now(), limits));
  if (refused) throw invalid('auth.too-many-tries');
  const account = email ? await input.findAccount(email) : null;
  const stored = account
    ? await store.db.selectFrom('password_credential').selectAll().where('account_id', '=', account.id).executeTakeFirst()
    : undefined;
  const fits = stored ? await matchesSlowHash(input.password, stored) : await matchNobody(input.password);
  if (!fits || !account) throw invalid('auth.sign-in-failed');
  await store.write((db) => giveBack(db, limits));
  return account.id;
}
