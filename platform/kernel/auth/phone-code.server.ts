// Sending a sign-in code: six digits by SMS, bound to the browser that asked.
// The answer is the same whether the phone is known or not.
import type { Kysely } from 'kysely';
import { newId } from '../db/ids.ts';
import type { TenantTables } from '../db/tables/index.server.ts';
import { conflict, invalid, unavailable } from '../errors/index.ts';
import type { Context, Write } from '../module/context.server.ts';
import type { AuthRuntime, Client } from './auth-runtime.server.ts';
import { giveBack, type Refusal, spend, spendOne } from './budget.server.ts';
import { codeLife, gapBeforeSend, sendLimits } from './limits.server.ts';
import { normalisePhone } from './phone-number.server.ts';
import { codeCost, slowHash } from './scrypt.server.ts';
import { credentialsOf } from './stores.server.ts';
import { hashToken, newPhoneCode, newToken } from './tokens.server.ts';

/** Asks for a code. Returns the token of the challenge cookie; the phone in its normal form is for the page only. */
export async function sendPhoneCode(
  ctx: Context,
  runtime: AuthRuntime,
  input: { phone: string; client: Client; previous: string | null },
): Promise<{ token: string; phone: string }> {
  const phone = normalisePhone(input.phone);
  if (!phone) throw invalid('auth.phone-not-mobile', { fields: { phone: { key: 'auth:errors.phone-not-mobile' } } });
  await payForSms(ctx, runtime, phone, input.client);
  const code = newPhoneCode();
  const stored = await slowHash(pepper(runtime, phone, code), codeCost);
  const token = newToken();
  const now = ctx.clock.now();
  await ctx.write(async (w) => {
    if (input.previous) await w.db.deleteFrom('phone_challenge').where('cookie_hash', '=', hashToken(input.previous)).execute();
    const id = newId();
    await w.db
      .insertInto('phone_challenge')
      .values({
        id,
        cookie_hash: hashToken(token),
        phone,
        code_hash: stored.hash,
        code_salt: stored.salt,
        sent_at: now,
        expires_at: new Date(now.getTime() + codeLife),
        used_at: null,
      })
      .execute();
    await sendSms(ctx, w, { id, n: 1, phone, code });
  });
  return { token, phone };
}

/** A new code for the same challenge; the code sent before dies at this moment. */
export async function resendPhoneCode(
  ctx: Context,
  runtime: AuthRuntime,
  input: { token: string | null; client: Client },
): Promise<void> {
  const challenge = input.token ? await openChallenge(ctx, input.token) : null;
  if (!challenge) throw invalid('auth.code-over');
  await payForSms(ctx, runtime, challenge.phone, input.client);
  const code = newPhoneCode();
  const stored = await slowHash(pepper(runtime, challenge.phone, code), codeCost);
  const now = ctx.clock.now();
  await ctx.write(async (w) => {
    const row = await w.db
      .updateTable('phone_challenge')
      .set((eb) => ({
        code_hash: stored.hash,
        code_salt: stored.salt,
        sends: eb('sends', '+', 1),
        tries: 0,
        sent_at: now,
        expires_at: new Date(now.getTime() + codeLife),
      }))
      .where('id', '=', challenge.id)
      .where('used_at', 'is', null)
      .returning('sends')
      .executeTakeFirst();
    if (!row) throw invalid('auth.code-over');
    await sendSms(ctx, w, { id: challenge.id, n: row.sends, phone: challenge.phone, code });
  });
}

/** The challenge of this browser that may still be answered or resent. */
export async function openChallenge(ctx: Pick<Context, 'db' | 'clock'>, token: string) {
  const oldest = new Date(ctx.clock.now().getTime() - 60 * 60_000);
  return ctx.db
    .selectFrom('phone_challenge')
    .select(['id', 'phone', 'sends', 'tries', 'sent_at', 'expires_at'])
    .where('cookie_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', oldest)
    .executeTakeFirst();
}

/** The code alone is never hashed: the phone and a key outside the database go with it. */
export function pepper(runtime: Pick<AuthRuntime, 'config'>, phone: string, code: string): string {
  return `${runtime.config.secrets.codes}:${phone}:${code}`;
}

/** When the next code to this phone may be asked for. */
export async function resendAt(ctx: Pick<Context, 'db' | 'clock'>, phone: string): Promise<Date> {
  const keys = [sendLimits.phone(phone), sendLimits.gap(phone, 0)].map((limit) => limit.key);
  const rows = await ctx.db.selectFrom('auth_budget').select(['key', 'used', 'window_start']).where('key', 'in', keys).execute();
  const sent = rows.find((row) => row.key === keys[0])?.used ?? 0;
  const last = rows.find((row) => row.key === keys[1])?.window_start ?? new Date(0);
  return new Date(last.getTime() + gapBeforeSend(sent + 1));
}

async function payForSms(ctx: Context, runtime: AuthRuntime, phone: string, client: Client): Promise<void> {
  const now = ctx.clock.now();
  const shared = [sendLimits.network(client.address), sendLimits.region()];
  const over = await ctx.write(async (w) => (await payInRegion(w.db, now, phone, client)).refused);
  if (over) throw smsRefused(over, now);
  const platform = await spend(credentialsOf(runtime.control), now, [sendLimits.platform()]);
  if (!platform) return;
  ctx.log.error({ limit: platform.limit.key }, 'auth budget of the whole platform is spent');
  await ctx.write((w) => giveBack(credentialsOf(w.db), shared));
  throw unavailable('auth.sms-ceiling');
}

/** Refusal is returned, not thrown: what was counted before it stays counted. */
async function payInRegion(
  db: Kysely<TenantTables>,
  now: Date,
  phone: string,
  client: Client,
): Promise<{ refused: Refusal | null }> {
  const counters = credentialsOf(db);
  const network = await spend(counters, now, [sendLimits.network(client.address)]);
  if (network) return { refused: network };
  const sent = await spendOne(counters, now, sendLimits.phone(phone));
  if (sent === null) return { refused: { limit: sendLimits.phone(phone), until: now } };
  const gap = await spend(counters, now, [sendLimits.gap(phone, gapBeforeSend(sent))]);
  if (gap) {
    await giveBack(counters, [sendLimits.phone(phone)]);
    return { refused: gap };
  }
  return { refused: await spend(counters, now, [sendLimits.region()]) };
}

function smsRefused(refusal: Refusal, now: Date) {
  if (refusal.limit.key === sendLimits.region().key) return unavailable('auth.sms-ceiling');
  if (refusal.limit.key.startsWith('sms:gap:')) {
    const seconds = Math.max(1, Math.ceil((refusal.until.getTime() - now.getTime()) / 1000));
    return conflict('auth.code-too-soon', { params: { seconds } });
  }
  return conflict('auth.too-many-codes');
}

async function sendSms(ctx: Context, w: Write, input: { id: string; n: number; phone: string; code: string }): Promise<void> {
  await w.notify.sms({
    key: `auth.code:${input.id}:${input.n}`,
    to: input.phone,
    text: ctx.t('auth:sms.code', { code: input.code }),
    purpose: 'auth.phone-code',
    expiresAt: new Date(ctx.clock.now().getTime() + codeLife),
  });
}

/** The last SMS of the challenge has already failed at least once: a word to the person instead of silent waiting. */
export async function smsDelayed(ctx: Pick<Context, 'db'>, challenge: { id: string; sends: number }): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('outgoing_message')
    .select(['state', 'last_error'])
    .where('key', '=', `auth.code:${challenge.id}:${challenge.sends}`)
    .executeTakeFirst();
  return row?.state === 'parked' || (row?.state === 'waiting' && row.last_error !== null);
}
