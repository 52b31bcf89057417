// Registers and checks passkeys (WebAuthn): bound to host and origin, user verified, a challenge answers once.
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import { invalid } from '../errors/index.ts';
import { deviceOf } from './session-life.server.ts';
import type { CredentialStore } from './stores.server.ts';
import { hashToken, newToken } from './tokens.server.ts';

/** The site a passkey belongs to: from the tenant's record or the configuration, never from the request. */
export interface PasskeySite {
  /** Host without port. */
  id: string;
  /** `https://tyumen.example.ru` */
  origin: string;
  name: string;
}

export function siteOf(origin: string, name: string): PasskeySite {
  return { id: new URL(origin).hostname, origin, name };
}

const life = 5 * 60_000;

/** The browser's answer is JSON in a form field: only its outline is checked here, the rest by the library. */
const answer = z
  .string()
  .max(20_000)
  .transform((text, issue) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      issue.addIssue({ code: 'custom', message: 'json' });
      return z.NEVER;
    }
  })
  .pipe(
    z.looseObject({
      id: z.string().min(1).max(1400),
      rawId: z.string(),
      type: z.literal('public-key'),
      response: z.looseObject({}),
    }),
  );

function parseAnswer(text: string) {
  const parsed = answer.safeParse(text);
  if (!parsed.success) throw invalid('auth.passkey-failed');
  return parsed.data;
}

async function remember(store: CredentialStore, challenge: string, accountId: string | null): Promise<string> {
  const token = newToken();
  const now = store.now();
  await store.write(async (db) => {
    await db.deleteFrom('passkey_challenge').where('expires_at', '<', now).execute();
    await db
      .insertInto('passkey_challenge')
      .values({ cookie_hash: hashToken(token), challenge, account_id: accountId, expires_at: new Date(now.getTime() + life) })
      .execute();
  });
  return token;
}

/** Takes the challenge away: whatever comes of the answer, it is not asked twice. */
async function take(store: CredentialStore, token: string): Promise<{ challenge: string; account_id: string | null }> {
  const row = await store.db
    .deleteFrom('passkey_challenge')
    .where('cookie_hash', '=', hashToken(token))
    .returning(['challenge', 'account_id', 'expires_at'])
    .executeTakeFirst();
  if (!row || row.expires_at <= store.now()) throw invalid('auth.passkey-failed');
  return row;
}

/** Options for making a passkey, and the token of the challenge that must come back with the answer. */
export async function offerPasskey(
  store: CredentialStore,
  site: PasskeySite,
  account: { id: string; login: string; name: string },
) {
  const known = await store.db.selectFrom('passkey').select('id').where('account_id', '=', account.id).execute();
  const options = await generateRegistrationOptions({
    rpName: site.name,
    rpID: site.id,
    userName: account.login,
    userDisplayName: account.name || account.login,
    userID: new TextEncoder().encode(account.id),
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { options, token: await remember(store, options.challenge, account.id) };
}

export async function addPasskey(
  store: CredentialStore,
  site: PasskeySite,
  input: { accountId: string; token: string; answer: string; userAgent: string },
): Promise<void> {
  const asked = await take(store, input.token);
  if (asked.account_id !== input.accountId) throw invalid('auth.passkey-failed');
  const checked = await verifyRegistrationResponse({
    response: parseAnswer(input.answer) as unknown as RegistrationResponseJSON,
    expectedChallenge: asked.challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: true,
  }).catch(() => null);
  if (!checked?.verified) throw invalid('auth.passkey-failed');
  const { credential } = checked.registrationInfo;
  await store.db
    .insertInto('passkey')
    .values({
      id: credential.id,
      account_id: input.accountId,
      public_key: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      name: deviceOf(input.userAgent),
      created_at: store.now(),
      used_at: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Options for signing in. No list of keys goes out: the browser finds its own, and nobody learns who has an account. */
export async function askForPasskey(store: CredentialStore, site: PasskeySite) {
  const options = await generateAuthenticationOptions({ rpID: site.id, userVerification: 'required' });
  return { options, token: await remember(store, options.challenge, null) };
}

/** The account whose passkey answered. `only` = the account that has already given its password. */
export async function checkPasskey(
  store: CredentialStore,
  site: PasskeySite,
  input: { token: string; answer: string; only?: string },
): Promise<string> {
  const asked = await take(store, input.token);
  const given = parseAnswer(input.answer);
  const key = await store.db.selectFrom('passkey').selectAll().where('id', '=', given.id).executeTakeFirst();
  if (!key || (input.only && key.account_id !== input.only)) throw invalid('auth.passkey-failed');
  const checked = await verifyAuthenticationResponse({
    response: given as unknown as AuthenticationResponseJSON,
    expectedChallenge: asked.challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: true,
    credential: { id: key.id, publicKey: new Uint8Array(key.public_key), counter: Number(key.counter) },
  }).catch(() => null);
  if (!checked?.verified) throw invalid('auth.passkey-failed');
  await store.db
    .updateTable('passkey')
    .set({ counter: checked.authenticationInfo.newCounter, used_at: store.now() })
    .where('id', '=', key.id)
    .execute();
  return key.account_id;
}

export async function passkeysOf(
  store: Pick<CredentialStore, 'db'>,
  accountId: string,
): Promise<{ id: string; name: string; addedAt: string }[]> {
  const rows = await store.db
    .selectFrom('passkey')
    .select(['id', 'name', 'created_at'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({ id: row.id, name: row.name, addedAt: row.created_at.toISOString() }));
}

export async function removePasskey(store: CredentialStore, accountId: string, id: string): Promise<void> {
  await store.db.deleteFrom('passkey').where('id', '=', id).where('account_id', '=', accountId).execute();
}
