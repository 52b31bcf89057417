// Checking a sign-in code. A try is counted before the code is looked at, so a thousand requests at once get five looks together.
import { sql } from 'kysely';
import { newId } from '../db/ids.ts';
import { invalid } from '../errors/index.ts';
import type { Context, Write } from '../module/context.server.ts';
import type { AuthRuntime, Client } from './auth-runtime.server.ts';
import { giveBack, spend } from './budget.server.ts';
import { guessLimits, triesPerCode } from './limits.server.ts';
import { pepper } from './phone-code.server.ts';
import { plainDigits } from './phone-number.server.ts';
import { codeCost, matchesSlowHash } from './scrypt.server.ts';
import { startSession } from './session.server.ts';
import { credentialsOf } from './stores.server.ts';
import { hashToken } from './tokens.server.ts';

interface Challenge {
  id: string;
  phone: string;
  code_hash: Buffer;
  code_salt: Buffer;
  tries: number;
}

/** Signs a resident in. Returns Set-Cookie of the new session; throws `invalid` with the number of tries left. */
export async function verifyPhoneCode(
  ctx: Context,
  runtime: AuthRuntime,
  input: {
    token: string | null;
    code: string;
    client: Client;
    currentSessionId: string | null;
  },
): Promise<{ accountId: string; setCookie: string }> {
  const challenge = input.token ? await countTry(ctx, runtime, input.token, input.client) : null;
  if (!challenge) throw invalid('auth.code-over', { fields: { code: { key: 'auth:errors.code-over' } } });
  const code = plainDigits(input.code).replace(/[\s-]/g, '');
  const stored = { hash: challenge.code_hash, salt: challenge.code_salt, cost: codeCost };
  const fits = /^\d{6}$/.test(code) && (await matchesSlowHash(pepper(runtime, challenge.phone, code), stored));
  if (!fits) throw wrongCode(triesPerCode - challenge.tries);
  const signedIn = await ctx.write((w) => enter(ctx, w, runtime, challenge, input));
  if (!signedIn) throw invalid('auth.code-over', { fields: { code: { key: 'auth:errors.code-over' } } });
  const limits = guessLimitsOf(challenge.phone, input.client);
  await ctx.write((w) => giveBack(credentialsOf(w.db), limits));
  await giveBack(credentialsOf(runtime.control), [guessLimits.platform()]);
  return signedIn;
}

function wrongCode(left: number) {
  const key = left > 0 ? 'auth:errors.code-wrong' : 'auth:errors.code-over';
  return invalid(left > 0 ? 'auth.code-wrong' : 'auth.code-over', {
    params: { count: left },
    fields: { code: { key, params: { count: left } } },
  });
}

const guessLimitsOf = (phone: string, client: Client) => [
  guessLimits.network(client.address),
  guessLimits.phone(phone),
  guessLimits.region(),
];

/** Null when there is nothing to guess at. Every budget fails closed. */
async function countTry(ctx: Context, runtime: AuthRuntime, token: string, client: Client): Promise<Challenge | null> {
  const now = ctx.clock.now();
  const counted = await ctx.write(async (w) => {
    const challenge = await w.db
      .updateTable('phone_challenge')
      .set({ tries: sql<number>`tries + 1` })
      .where('cookie_hash', '=', hashToken(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .where('tries', '<', triesPerCode)
      .returning(['id', 'phone', 'code_hash', 'code_salt', 'tries'])
      .executeTakeFirst();
    if (!challenge) return { challenge: null, refused: null };
    return { challenge, refused: await spend(credentialsOf(w.db), now, guessLimitsOf(challenge.phone, client)) };
  });
  if (!counted.challenge) return null;
  const refused = counted.refused ?? (await spend(credentialsOf(runtime.control), now, [guessLimits.platform()]));
  if (!refused) return counted.challenge;
  if (/:(region|platform)$/.test(refused.limit.key))
    ctx.log.error({ limit: refused.limit.key }, 'auth budget of wrong codes is spent');
  throw invalid('auth.too-many-tries', { fields: { code: { key: 'auth:errors.too-many-tries' } } });
}

/** Null when somebody was faster with the same code, or a newer code replaced it meanwhile. */
async function enter(
  ctx: Context,
  w: Write,
  runtime: AuthRuntime,
  challenge: Challenge,
  input: { client: Client; currentSessionId: string | null },
): Promise<{ accountId: string; setCookie: string } | null> {
  const used = await w.db
    .updateTable('phone_challenge')
    .set({ used_at: ctx.clock.now() })
    .where('id', '=', challenge.id)
    .where('used_at', 'is', null)
    .where('code_hash', '=', challenge.code_hash)
    .returning('id')
    .executeTakeFirst();
  if (!used) return null;
  const account = await residentOf(ctx, w, challenge.phone);
  if (account.state !== 'active') throw invalid('auth.account-blocked');
  const setCookie = await startSession(ctx, w, runtime, {
    accountId: account.id,
    kind: 'resident',
    membershipId: null,
    stage: 'full',
    client: input.client,
    replaces: input.currentSessionId,
  });
  await w.audit('auth.signed-in', { type: 'account', id: account.id }, { by: 'phone-code' });
  return { accountId: account.id, setCookie };
}

/** One person, one account: the number in its normal form is unique. */
export async function residentOf(ctx: Pick<Context, 'clock'>, w: Pick<Write, 'db'>, phone: string) {
  await w.db
    .insertInto('account')
    .values({ id: newId(), kind: 'resident', phone, email: null, locale: null, created_at: ctx.clock.now(), erase_after: null })
    .onConflict((conflict) => conflict.column('phone').doNothing())
    .execute();
  return w.db.selectFrom('account').select(['id', 'state']).where('phone', '=', phone).executeTakeFirstOrThrow();
}
