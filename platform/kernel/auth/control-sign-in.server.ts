// Sign-in of operators and partners: e-mail and password, then the second factor; or a passkey alone.
import { invalid } from '../errors/index.ts';
import type { AuthRuntime, Client } from './auth-runtime.server.ts';
import { type ControlApp, controlAccountByEmail, readAnyControlSession, startControlSession } from './control-session.server.ts';
import { checkPasskey, passkeysOf, type PasskeySite } from './passkey.server.ts';
import { checkPassword } from './password.server.ts';
import { controlStore } from './stores.server.ts';
import type { SessionStage } from '../db/tables/auth.server.ts';
import { hasTotp } from './totp.server.ts';

export async function controlSignInWithPassword(
  runtime: AuthRuntime,
  app: ControlApp,
  input: { email: string; password: string; client: Client; request: Request },
): Promise<{ setCookie: string; stage: SessionStage }> {
  const store = controlStore(runtime);
  const accountId = await checkPassword(store, { ...input, findAccount: (email) => controlAccountByEmail(runtime, app, email) });
  const secured = (await hasTotp(store, accountId)) || (await passkeysOf(store, accountId)).length > 0;
  const stage = secured ? 'second-factor' : 'enrol';
  const current = await readAnyControlSession(runtime, app, input.request);
  return {
    setCookie: await startControlSession(runtime, app, { accountId, stage, client: input.client, replaces: current?.id ?? null }),
    stage,
  };
}

export async function controlSignInWithPasskey(
  runtime: AuthRuntime,
  app: ControlApp,
  site: PasskeySite,
  input: {
    token: string | null;
    answer: string;
    client: Client;
    request: Request;
    only?: string;
  },
): Promise<string> {
  if (!input.token) throw invalid('auth.passkey-failed');
  const accountId = await checkPasskey(controlStore(runtime), site, {
    token: input.token,
    answer: input.answer,
    only: input.only,
  });
  const current = await readAnyControlSession(runtime, app, input.request);
  return startControlSession(runtime, app, { accountId, stage: 'full', client: input.client, replaces: current?.id ?? null });
}

export async function unfinishedControlSession(runtime: AuthRuntime, app: ControlApp, request: Request) {
  const session = await readAnyControlSession(runtime, app, request);
  return session && session.stage !== 'full' ? session : null;
}

export async function finishControlSignIn(
  runtime: AuthRuntime,
  app: ControlApp,
  input: { sessionId: string; accountId: string; client: Client },
): Promise<string> {
  return startControlSession(runtime, app, {
    accountId: input.accountId,
    stage: 'full',
    client: input.client,
    replaces: input.sessionId,
  });
}
