// Changes a staff password with the old one in hand, and recovery codes with a code of the authenticator.
import { invalid, isAppError } from '../errors/index.ts';
import type { Context } from '../module/context.server.ts';
import type { AuthRuntime, Client } from './auth-runtime.server.ts';
import { checkPassword, hashPassword, passwordProblem, storePassword } from './password.server.ts';
import { makeRecoveryCodes } from './recovery-codes.server.ts';
import { endOtherSessions } from './sessions-of-account.server.ts';
import { credentialsOf, regionStore } from './stores.server.ts';
import { verifyTotp } from './totp.server.ts';

interface PasswordChange {
  accountId: string;
  email: string;
  current: string;
  password: string;
  client: Client;
  /** Goes on; all others end. */
  sessionId: string | null;
}

export async function changePassword(ctx: Context, runtime: AuthRuntime, input: PasswordChange): Promise<void> {
  const problem = passwordProblem(input.password, input.email);
  if (problem) throw invalid('auth.password', { fields: { password: { key: problem } } });
  const { email, client } = input;
  const findAccount = async () => ({ id: input.accountId });
  await checkPassword(regionStore(ctx, runtime), { email, password: input.current, client, findAccount }).catch(inItsField);
  const hashed = await hashPassword(input.password);
  await ctx.write(async (w) => {
    await storePassword(credentialsOf(w.db), input.accountId, ctx.clock.now(), hashed);
    await endOtherSessions(w, input.accountId, input.sessionId);
    await w.audit('auth.password-changed', { type: 'account', id: input.accountId });
  });
}

function inItsField(error: unknown): never {
  if (!isAppError(error) || error.code !== 'auth.sign-in-failed') throw error;
  throw invalid('auth.password-wrong', { fields: { current: { key: 'auth:errors.password-wrong' } } });
}

/** Earlier codes stop working. */
export async function renewRecoveryCodes(ctx: Context, runtime: AuthRuntime, accountId: string, code: string): Promise<string[]> {
  const store = regionStore(ctx, runtime);
  await verifyTotp(store, accountId, code);
  return ctx.write(async (w) => {
    await w.audit('auth.recovery-codes-renewed', { type: 'account', id: accountId });
    return makeRecoveryCodes(credentialsOf(w.db), store, accountId);
  });
}
