// The profile above the regions: an operator or partner sees and ends own sessions, adds and removes passkeys.
import { invalid, unauthenticated } from '../errors/index.ts';
import { type ControlApp, readAnyControlSession, sessionTable } from './control-session.server.ts';
import type { ControlRequest, Step } from './control-steps.server.ts';
import { readCookie, setCookie } from './cookies.server.ts';
import { addPasskey, offerPasskey, passkeysOf, removePasskey, siteOf } from './passkey.server.ts';
import { recoveryCodesLeft } from './recovery-codes.server.ts';
import { controlStore } from './stores.server.ts';
import type { AuthRuntime } from './auth-runtime.server.ts';

async function own({ runtime, app, request }: ControlRequest) {
  const session = await readAnyControlSession(runtime, app, request);
  if (session?.stage !== 'full') throw unauthenticated();
  return session;
}

export async function controlProfile(at: ControlRequest) {
  const { id: sessionId, account } = await own(at);
  const store = controlStore(at.runtime);
  return {
    email: account.email,
    name: account.name,
    sessions: await sessionsOf(at.runtime, at.app, account.id, sessionId),
    passkeys: await passkeysOf(store, account.id),
    recoveryLeft: await recoveryCodesLeft(store, account.id),
  };
}

async function sessionsOf(runtime: AuthRuntime, app: ControlApp, accountId: string, thisSessionId: string) {
  const now = runtime.clock.now();
  const rows = await runtime.control
    .selectFrom(sessionTable(app))
    .select(['id', 'device', 'seen_at'])
    .where('account_id', '=', accountId)
    .where('stage', '=', 'full')
    .where('expires_at', '>', now)
    .where('idle_until', '>', now)
    .orderBy('seen_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    seenAt: row.seen_at.toISOString(),
    isThis: row.id === thisSessionId,
  }));
}

export type ControlProfileForm =
  | { intent: 'end-session'; session: string }
  | { intent: 'end-others' }
  | { intent: 'remove-passkey'; key: string }
  | { intent: 'passkey-options' }
  | { intent: 'passkey'; answer: string };

export async function controlProfileStep(at: ControlRequest, form: ControlProfileForm): Promise<Step> {
  const { runtime, app, http, request } = at;
  const session = await own(at);
  const { id: accountId, email, name } = session.account;
  const store = controlStore(runtime);
  const site = siteOf(http.origin, at.product);
  if (form.intent === 'passkey-options') {
    const offer = await offerPasskey(store, site, { id: accountId, login: email, name });
    return { options: offer.options, cookies: [setCookie(runtime, app, 'step', offer.token, 300_000)] };
  }
  if (form.intent === 'passkey') {
    const token = readCookie(runtime, app, 'step', request);
    if (!token) throw invalid('auth.passkey-failed');
    await addPasskey(store, site, { accountId, token, answer: form.answer, userAgent: http.userAgent });
  }
  if (form.intent === 'remove-passkey') await removePasskey(store, accountId, form.key);
  const mine = runtime.control.deleteFrom(sessionTable(app)).where('account_id', '=', accountId);
  if (form.intent === 'end-session') await mine.where('id', '=', form.session).execute();
  if (form.intent === 'end-others') await mine.where('id', '!=', session.id).execute();
  return { to: '/me', cookies: [] };
}
