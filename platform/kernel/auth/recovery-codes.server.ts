// Ten codes on paper for the day the phone with the authenticator is lost.
// Each works once; only keyed hashes are stored.
import { randomInt } from 'node:crypto';
import { invalid } from '../errors/index.ts';
import { giveBack, spend } from './budget.server.ts';
import { factorLimits } from './limits.server.ts';
import type { CredentialStore } from './stores.server.ts';
import type { CredentialDb } from '../db/tables/auth.server.ts';
import { keyedHash } from './tokens.server.ts';

/** Without look-alikes; 12 characters are 58 bits. */
const alphabet = '23456789abcdefghjkmnpqrstvwxyz';

const newCode = () =>
  Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');

const plain = (typed: string) => typed.toLowerCase().replace(/[^0-9a-z]/g, '');

const hashOf = (store: Pick<CredentialStore, 'secrets'>, accountId: string, code: string) =>
  keyedHash(store.secrets.codes, `recovery:${accountId}:${plain(code)}`);

/** Replaces all earlier codes of the account. */
export async function makeRecoveryCodes(
  db: CredentialDb,
  store: Pick<CredentialStore, 'secrets' | 'now'>,
  accountId: string,
): Promise<string[]> {
  const codes = Array.from({ length: 10 }, newCode);
  await db.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  await db
    .insertInto('recovery_code')
    .values(
      codes.map((code) => ({
        account_id: accountId,
        code_hash: hashOf(store, accountId, code),
        created_at: store.now(),
        used_at: null,
      })),
    )
    .execute();
  return codes;
}

export async function verifyRecoveryCode(store: CredentialStore, accountId: string, typed: string): Promise<void> {
  const limits = factorLimits(accountId);
  if (await store.write((db) => spend(db, store.now(), limits))) throw invalid('auth.too-many-tries');
  const used = await store.db
    .updateTable('recovery_code')
    .set({ used_at: store.now() })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hashOf(store, accountId, typed))
    .where('used_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst();
  if (!used) throw invalid('auth.factor-wrong', { fields: { recovery: { key: 'auth:errors.recovery-wrong' } } });
  await store.write((db) => giveBack(db, limits));
}

export async function recoveryCodesLeft(store: Pick<CredentialStore, 'db'>, accountId: string): Promise<number> {
  const rows = await store.db
    .selectFrom('recovery_code')
    .select('code_hash')
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .execute();
  return rows.length;
}
