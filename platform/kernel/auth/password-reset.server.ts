// «Forgot password» of staff: a link to the mailbox, one use, half an hour.
// It changes the password and signs nobody in: the second step is still asked.
import { invalid, notFound } from '../errors/index.ts';
import type { Context, Write } from '../module/context.server.ts';
import { spend } from './budget.server.ts';
import type { Client } from './auth-runtime.server.ts';
import { resetLimits } from './limits.server.ts';
import { hashPassword, passwordProblem, storePassword } from './password.server.ts';
import { endOtherSessions } from './sessions-of-account.server.ts';
import { staffByEmail } from './staff-account.server.ts';
import { credentialsOf } from './stores.server.ts';
import { hashToken, newToken } from './tokens.server.ts';

const resetLife = 30 * 60_000;

/** Says nothing about whether the address has an account. Too many asked letters refuse, whoever asks. */
export async function askForReset(ctx: Context, input: { email: string; client: Client }): Promise<void> {
  const limits = resetLimits(input.client.address, input.email.trim().toLowerCase());
  if (await ctx.write((w) => spend(credentialsOf(w.db), ctx.clock.now(), limits))) throw invalid('auth.too-many-tries');
  const account = await staffByEmail(ctx.db, input.email);
  if (account?.state !== 'active' || !account.email) return;
  const { id, email } = account;
  await ctx.write((w) => sendLink(ctx, w, { id, email }));
}

async function sendLink(ctx: Context, w: Write, account: { id: string; email: string }): Promise<void> {
  const now = ctx.clock.now();
  const token = newToken();
  const expiresAt = new Date(now.getTime() + resetLife);
  const row = { token_hash: hashToken(token), account_id: account.id, created_at: now, expires_at: expiresAt, used_at: null };
  await w.db.insertInto('password_reset').values(row).execute();
  await w.notify.letter({
    key: `auth.password-reset:${row.token_hash.toString('hex')}`,
    to: account.email,
    subject: ctx.t('auth:letter.reset-subject'),
    text: ctx.t('auth:letter.reset-text', { url: `${ctx.origin}/staff/reset/${token}` }),
    purpose: 'auth.password-reset',
    expiresAt,
  });
  await w.audit('auth.password-reset-asked', { type: 'account', id: account.id });
}

/** The mailbox behind a link. Used, expired and unknown look the same; reading changes nothing. */
export async function readReset(
  ctx: Pick<Context, 'db' | 'clock'>,
  token: string,
): Promise<{ accountId: string; email: string }> {
  const row = await ctx.db
    .selectFrom('password_reset')
    .innerJoin('account', 'account.id', 'password_reset.account_id')
    .select(['account.id', 'account.email'])
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.clock.now())
    .where('account.state', '=', 'active')
    .executeTakeFirst();
  if (!row?.email) throw notFound('auth.reset-over');
  return { accountId: row.id, email: row.email };
}

/** Of two requests with one link one wins; every link and session of the account ends. */
export async function resetPassword(ctx: Context, input: { token: string; password: string }): Promise<void> {
  const { accountId, email } = await readReset(ctx, input.token);
  const problem = passwordProblem(input.password, email);
  if (problem) throw invalid('auth.password', { fields: { password: { key: problem } } });
  const hashed = await hashPassword(input.password);
  await ctx.write(async (w) => {
    const now = ctx.clock.now();
    const open = w.db.updateTable('password_reset').set({ used_at: now }).where('used_at', 'is', null);
    const won = await open
      .where('token_hash', '=', hashToken(input.token))
      .where('expires_at', '>', now)
      .returning('account_id')
      .executeTakeFirst();
    if (!won) throw notFound('auth.reset-over');
    await open.where('account_id', '=', accountId).execute();
    await storePassword(credentialsOf(w.db), accountId, now, hashed);
    await endOtherSessions(w, accountId, null);
    await w.audit('auth.password-reset', { type: 'account', id: accountId });
  });
}
