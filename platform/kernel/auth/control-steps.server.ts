// Steps of sign-in above the regions as plain outcomes; routes of the two apps turn them into responses.
import { invalid } from '../errors/index.ts';
import type { AuthRuntime, Client } from './auth-runtime.server.ts';
import type { ControlApp } from './control-session.server.ts';
import {
  controlSignInWithPasskey,
  controlSignInWithPassword,
  finishControlSignIn,
  unfinishedControlSession,
} from './control-sign-in.server.ts';
import { readCookie, setCookie } from './cookies.server.ts';
import { localPath, withNext } from './next-path.ts';
import { addPasskey, askForPasskey, offerPasskey, passkeysOf, siteOf } from './passkey.server.ts';
import { qrOf } from './qr.server.ts';
import { verifyRecoveryCode } from './recovery-codes.server.ts';
import { controlStore } from './stores.server.ts';
import { confirmTotp, hasTotp, prepareTotp, verifyTotp } from './totp.server.ts';

export interface ControlRequest {
  runtime: AuthRuntime;
  app: ControlApp;
  http: Client & { origin: string };
  request: Request;
  /** Name of the product, for authenticator apps and passkeys. */
  product: string;
}

/** Where to go, what to show, and the cookies that go along. */
export type Step =
  | { to: string; cookies: string[] }
  | { options: object; cookies: string[] }
  | { codes: string[]; next: string; cookies: string[] };

const passkeyLife = 5 * 60_000;
const signInPath = '/sign-in';

function optionsStep({ runtime, app }: ControlRequest, asked: { options: object; token: string }): Step {
  return { options: asked.options, cookies: [setCookie(runtime, app, 'step', asked.token, passkeyLife)] };
}

const stepToken = ({ runtime, app, request }: ControlRequest) => readCookie(runtime, app, 'step', request);

export type SignInForm =
  | { intent: 'password'; email: string; password: string; next: string }
  | { intent: 'passkey-options' }
  | { intent: 'passkey'; answer: string; next: string };

export async function controlSignInStep(at: ControlRequest, form: SignInForm): Promise<Step> {
  const { runtime, app, http, request } = at;
  const site = siteOf(http.origin, at.product);
  if (form.intent === 'passkey-options') return optionsStep(at, await askForPasskey(controlStore(runtime), site));
  const to = localPath(form.next);
  if (form.intent === 'passkey') {
    const given = { token: stepToken(at), answer: form.answer, client: http, request };
    return { to, cookies: [await controlSignInWithPasskey(runtime, app, site, given)] };
  }
  const { email, password } = form;
  const { setCookie: cookie, stage } = await controlSignInWithPassword(runtime, app, { email, password, client: http, request });
  return { to: withNext(stage === 'enrol' ? '/setup-second-factor' : '/second-factor', to), cookies: [cookie] };
}

/** What the second step can be done with; null = the password comes first. */
export async function controlFactors({ runtime, app, request }: ControlRequest) {
  const session = await unfinishedControlSession(runtime, app, request);
  if (session?.stage !== 'second-factor') return null;
  const store = controlStore(runtime);
  const { id } = session.account;
  return { hasTotp: await hasTotp(store, id), hasPasskey: (await passkeysOf(store, id)).length > 0 };
}

export type FactorForm =
  | { intent: 'totp'; code: string; next: string }
  | { intent: 'recovery'; recovery: string; next: string }
  | { intent: 'passkey-options' }
  | { intent: 'passkey'; answer: string; next: string };

export async function controlFactorStep(at: ControlRequest, form: FactorForm): Promise<Step> {
  const { runtime, app, http, request } = at;
  const session = await unfinishedControlSession(runtime, app, request);
  if (session?.stage !== 'second-factor') return { to: signInPath, cookies: [] };
  const accountId = session.account.id;
  const store = controlStore(runtime);
  const site = siteOf(http.origin, at.product);
  if (form.intent === 'passkey-options') return optionsStep(at, await askForPasskey(store, site));
  const to = localPath(form.next);
  if (form.intent === 'passkey') {
    const given = { token: stepToken(at), answer: form.answer, client: http, request, only: accountId };
    return { to, cookies: [await controlSignInWithPasskey(runtime, app, site, given)] };
  }
  if (form.intent === 'totp') await verifyTotp(store, accountId, form.code);
  else await verifyRecoveryCode(store, accountId, form.recovery);
  return { to, cookies: [await finishControlSignIn(runtime, app, { sessionId: session.id, accountId, client: http })] };
}

/** The picture and the key of the second step; null = nothing to set up. */
export async function controlSetup(at: ControlRequest) {
  const session = await unfinishedControlSession(at.runtime, at.app, at.request);
  if (session?.stage !== 'enrol') return null;
  const label = { issuer: at.product, login: session.account.email };
  const { secret, uri } = await prepareTotp(controlStore(at.runtime), session.account.id, label);
  return { secret, qr: qrOf(uri) };
}

export type SetupForm =
  | { intent: 'totp'; code: string; next: string }
  | { intent: 'passkey-options' }
  | { intent: 'passkey'; answer: string; next: string };

export async function controlSetupStep(at: ControlRequest, form: SetupForm): Promise<Step> {
  const { runtime, app, http, request } = at;
  const session = await unfinishedControlSession(runtime, app, request);
  if (session?.stage !== 'enrol') return { to: signInPath, cookies: [] };
  const { id: accountId, email, name } = session.account;
  const store = controlStore(runtime);
  const site = siteOf(http.origin, at.product);
  if (form.intent === 'passkey-options') {
    return optionsStep(at, await offerPasskey(store, site, { id: accountId, login: email, name }));
  }
  const next = localPath(form.next);
  const finish = () => finishControlSignIn(runtime, app, { sessionId: session.id, accountId, client: http });
  if (form.intent === 'totp') {
    const codes = await confirmTotp(store, accountId, form.code);
    return { codes, next, cookies: [await finish()] };
  }
  const token = stepToken(at);
  if (!token) throw invalid('auth.passkey-failed');
  await addPasskey(store, site, { accountId, token, answer: form.answer, userAgent: http.userAgent });
  return { to: next, cookies: [await finish()] };
}
